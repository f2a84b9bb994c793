package jp.kyosei.backend.collection.entry;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.Entering.Storing;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Entry of figures and narratives, cell by cell. An entry is one transaction with a fixed number of SQL statements,
 * however many cells it changes; the task is locked first, so two who write the same cell come one after the other, and
 * the later one is told.
 */
@Singleton
public class EntryService {
    private static final int ATTEMPTS = 3;
    private static final String UNIQUE_VIOLATION = "23505";

    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final ActualWriter writer;
    private final CellsLoading loading;
    private final Entering entering;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;

    EntryService(
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            ActualWriter writer,
            CellsLoading loading,
            Entering entering,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy) {
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.writer = writer;
        this.loading = loading;
        this.entering = entering;
        this.live = live;
        this.door = door;
        this.policy = policy;
    }

    /**
     * What a municipality has to enter.
     *
     * @param town none for the figures of the whole owner, which the secretariat enters
     * @throws NotFoundException if there is no such plan or round, or it is another owner's
     * @throws ForbiddenException if the actor has no part in that town's collection
     */
    public EntrySheet sheet(Actor actor, String plan, FiscalYear year, @Nullable MunicipalityCode town) {
        return door.read(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            checkTakesPart(actor, content.plan().owner(), town);
            Cells cells = loading.ofRoundWithin(actor, content, year, town);
            CollectionRound round = cells.round();
            if (round == null) {
                throw new NotFoundException();
            }
            List<EntryRow> rows = cells.indicators().values().stream()
                    .filter(town == null ? cells::isEnteredJointly : cells::isAsked)
                    .map(cells::row)
                    .toList();
            List<Narrative> narratives = town == null ? List.of() : narrativesSince(cells, town, year.previous());
            return new EntrySheet(
                    content, round, town, cells.townName(content), rows, narratives, plans.initiativesWithin(content));
        });
    }

    private List<Narrative> narrativesSince(Cells cells, MunicipalityCode town, FiscalYear first) {
        List<IndicatorId> ids =
                cells.indicators().values().stream().map(Indicator::id).toList();
        return actuals.narrativesWithin(cells.actor(), cells.owner(), ids, first).stream()
                .filter(narrative -> town.equals(narrative.municipality())
                        && narrative.fiscalYear().compareTo(cells.year()) <= 0)
                .toList();
    }

    /**
     * One cell as it is now.
     *
     * @throws NotFoundException if there is no such plan or indicator, or the town does not report it
     */
    public EntryRow cell(Actor actor, String plan, String no, FiscalYear year, @Nullable MunicipalityCode town) {
        return door.read(actor, () -> loading.ofWithin(
                        actor, plans.ofYearWithin(actor, plan, year), year, town, Set.of(no), false)
                .rowOf(no));
    }

    /**
     * Enters figures. Each edit is judged by itself; those that can be stored are stored together in one transaction.
     *
     * @param town none for the figure of the whole owner, which the secretariat enters
     * @return what became of each edit, in their order
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     * @throws jp.kyosei.backend.tenancy.WrongTextException if a figure that another program gives may not be stored
     */
    public List<EntryOutcome> enter(
            Actor actor, String plan, FiscalYear year, @Nullable MunicipalityCode town, List<CellEdit> edits) {
        return withoutLosingARace(() -> door.write(
                        actor, () -> entering.within(actor, plan, year, town, edits, List.of(), Storing.WHAT_CAN_BE)))
                .outcomes();
    }

    /** Says what edits would do; nothing is stored. Parameters and errors as {@link #enter}. */
    public List<EntryPreview> preview(
            Actor actor, String plan, FiscalYear year, @Nullable MunicipalityCode town, List<CellEdit> edits) {
        return door.read(actor, () -> entering.within(actor, plan, year, town, edits, List.of(), Storing.NOTHING))
                .previews();
    }

    /**
     * Writes a town's narrative of an indicator. Errors as {@link #enter}.
     *
     * @param expectedVersion the version it began from, {@link Actual#NOTHING_STORED} where nothing was
     * @param typedReason why; required after confirmation
     * @throws jp.kyosei.backend.tenancy.WrongTextException if a text is too long, or holds what is none
     */
    public NarrativeOutcome narrate(
            Actor actor,
            String plan,
            FiscalYear year,
            String no,
            MunicipalityCode town,
            NarrativeText typed,
            long expectedVersion,
            String typedReason) {
        List<NarrativeEdit> edit = List.of(new NarrativeEdit(no, typed, expectedVersion, typedReason));
        return withoutLosingARace(() -> door.write(
                        actor, () -> entering.within(actor, plan, year, town, List.of(), edit, Storing.WHAT_CAN_BE)))
                .narrativeOutcomes()
                .getFirst();
    }

    /**
     * Enters figures and narratives of a town together: all of them in one transaction, or none. An outer transaction of
     * the same actor is joined. Errors as {@link #enter}.
     *
     * @throws StaleException if somebody else has begun an entry of the same cell at the very same moment
     */
    public TownEntry enterTogether(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            List<CellEdit> figures,
            List<NarrativeEdit> narratives) {
        if (figures.isEmpty() && narratives.isEmpty()) {
            return new TownEntry(true, List.of(), List.of());
        }
        return door.write(
                actor, () -> entering.within(actor, plan, year, town, figures, narratives, Storing.ALL_OR_NOTHING)
                        .together());
    }

    /** Says what {@link #enterTogether} would do; nothing is stored. */
    public TownEntry previewTogether(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            List<CellEdit> figures,
            List<NarrativeEdit> narratives) {
        if (figures.isEmpty() && narratives.isEmpty()) {
            return new TownEntry(false, List.of(), List.of());
        }
        return door.read(actor, () -> entering.within(actor, plan, year, town, figures, narratives, Storing.NOTHING)
                .together());
    }

    /** A town's narrative as it is stored; empty where nothing is. */
    public Optional<Narrative> narrative(Actor actor, String plan, FiscalYear year, String no, MunicipalityCode town) {
        return door.read(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            content.plan().checkCovers(year);
            Indicator indicator = indicators.indicatorsWithin(content, Set.of(no)).stream()
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            return actuals.narrativesWithin(actor, content.plan().owner(), List.of(indicator.id()), year).stream()
                    .filter(narrative -> narrative.fiscalYear().equals(year) && town.equals(narrative.municipality()))
                    .findFirst();
        });
    }

    /**
     * Keeps the person's word that a figure stands although a check asks; of a town's figure for that town alone.
     *
     * @throws ForbiddenException if the actor may not enter that figure
     * @throws RefusedException if no reason is given, or the figure is confirmed or its round closed and the actor is not the
     *     secretariat
     */
    public void confirmCheck(
            Actor actor,
            String plan,
            FiscalYear year,
            String no,
            @Nullable MunicipalityCode town,
            CheckCode code,
            String typed) {
        String reason = TypedText.required(TextKind.REASON, "reason", "値が正しい理由", typed, "値が正しい理由を書いてください。");
        door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            Cells cells = loading.ofWithin(actor, content, year, town, Set.of(no), true);
            Indicator indicator = cells.indicator(no);
            CellAccess access = cells.access(indicator, true, reason);
            policy.checkAllowed(!access.forbidden(), access.lock());
            if (access.isRefused() && cells.isSettled(indicator)) {
                throw new RefusedException(access.lock());
            }
            writer.confirmCheckWithin(
                    actor,
                    content.plan().owner(),
                    content.plan().id(),
                    indicator.id(),
                    year,
                    indicator.reporters().size() > 1 ? town : null,
                    code,
                    reason);
            live.announceWithin(new Announcement(
                    content.plan().id().value(), year.year(), town == null ? null : town.value(), List.of(no)));
            return true;
        });
    }

    private void checkTakesPart(Actor actor, OwnerId owner, @Nullable MunicipalityCode town) {
        policy.checkCanOpenEntry(actor, owner, town);
    }

    /** Where two come at the very same time without a task to queue at, the later one begins again and sees the first. */
    private static <T> T withoutLosingARace(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StaleException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (DataAccessException e) {
                if (attempt == ATTEMPTS || !isUniqueViolation(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isUniqueViolation(DataAccessException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
