package jp.kyosei.backend.collection.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.task.Awaiting;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** What waits for a superior. Approving and sending back are steps of the tasks themselves. */
@Singleton
public class ApprovalService {
    private final Tasks tasks;
    private final PlanService plans;
    private final EntryService entries;
    private final LookRepository looks;
    private final Json json;
    private final TenantDoor door;
    private final AccessPolicy policy;

    ApprovalService(
            Tasks tasks,
            PlanService plans,
            EntryService entries,
            LookRepository looks,
            Json json,
            TenantDoor door,
            AccessPolicy policy) {
        this.tasks = tasks;
        this.plans = plans;
        this.entries = entries;
        this.looks = looks;
        this.json = json;
        this.door = door;
        this.policy = policy;
    }

    /** All that waits for the actor in open rounds, by plan, year and town; empty for whoever is no superior. */
    public List<WaitingApproval> waiting(Actor actor) {
        if (!policy.approvesSomewhere(actor)) {
            return List.of();
        }
        return door.read(actor, () -> {
            Map<Place, List<Awaiting>> byPlace = tasks.awaitingWithin(actor.person()).stream()
                    .filter(one -> policy.canApprove(actor, one.owner(), one.municipality(), one.department()))
                    .collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()));
            if (byPlace.isEmpty()) {
                return List.of();
            }
            Map<PlanId, PlanSummary> readable = plans.plans(actor).stream()
                    .collect(Collectors.toMap(summary -> summary.plan().id(), Function.identity()));
            List<WaitingApproval> waiting = new ArrayList<>();
            byPlace.forEach((place, found) -> {
                PlanSummary plan = readable.get(place.plan());
                if (plan != null) {
                    waiting.add(new WaitingApproval(
                            plan,
                            place.year(),
                            place.town(),
                            nameOf(actor, place.town()),
                            found.stream().mapToInt(Awaiting::waiting).sum(),
                            found.stream()
                                    .map(Awaiting::dueOn)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow()));
                }
            });
            return List.copyOf(waiting);
        });
    }

    private record Place(PlanId plan, FiscalYear year, MunicipalityCode town) {
        static Place of(Awaiting one) {
            return new Place(one.plan(), one.fiscalYear(), one.municipality());
        }
    }

    /** A superior's town is an owner in which the role is held. */
    private static String nameOf(Actor actor, MunicipalityCode town) {
        return actor.grants().stream()
                .filter(grant -> grant.isDirect() && town.equals(grant.town()))
                .map(Grant::ownerName)
                .findFirst()
                .orElse(town.value());
    }

    /**
     * What of a town in a round waits for the actor, with what has changed since the actor last looked at an earlier
     * submission; that it was looked at is kept.
     *
     * @throws NotFoundException if there is no such plan or round, or it is another owner's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor has no part in that town's collection
     */
    public ApprovalSheet look(Actor actor, String plan, FiscalYear year, MunicipalityCode town) {
        return door.write(actor, () -> {
            EntrySheet sheet = entries.sheet(actor, plan, year, town);
            OwnerId owner = sheet.content().plan().owner();
            Map<UUID, LookEntity> earlier =
                    looks
                            .looks(
                                    owner.value(),
                                    actor.person().value(),
                                    sheet.round().id(),
                                    town.value())
                            .stream()
                            .collect(Collectors.toMap(LookEntity::subjectId, Function.identity()));
            List<ApprovalRow> rows = new ArrayList<>();
            List<LookEntity> now = new ArrayList<>();
            for (EntryRow row : sheet.rows()) {
                CollectionTask task = row.task();
                if (task == null || !waitsFor(actor, owner, task)) {
                    continue;
                }
                NarrativeText words = words(sheet, row.indicator().id(), year);
                Seen seen = Seen.of(row.figureInFull(), words);
                LookEntity before = earlier.get(task.subject().id());
                LookEntity look = look(actor, owner, sheet, task, seen, before);
                if (!look.equals(before)) {
                    now.add(look);
                }
                String base = look.seenBefore();
                rows.add(new ApprovalRow(
                        row,
                        task,
                        seen.figure(),
                        words,
                        words(sheet, row.indicator().id(), year.previous()),
                        base != null,
                        base == null ? List.of() : json.read(base, Seen.class).until(seen)));
            }
            if (!now.isEmpty()) {
                looks.keep(now);
            }
            return new ApprovalSheet(
                    sheet.content(),
                    sheet.round(),
                    town,
                    sheet.municipalityName(),
                    rows,
                    count(sheet, TaskState::isOpenForEntry),
                    count(sheet, state -> state == TaskState.SUBMITTED || state == TaskState.CONFIRMED));
        });
    }

    private boolean waitsFor(Actor actor, OwnerId owner, CollectionTask task) {
        return task.state() == TaskState.AWAITING_APPROVAL
                && !actor.person().equals(task.submittedBy())
                && policy.canApprove(actor, owner, task.municipality(), task.department());
    }

    /** The same submission looked at again leaves what was seen before it; another one moves it on. */
    private LookEntity look(
            Actor actor, OwnerId owner, EntrySheet sheet, CollectionTask task, Seen seen, @Nullable LookEntity before) {
        Instant submitted = Objects.requireNonNullElse(task.actedAt(), Instant.EPOCH);
        if (before != null && before.submittedAt().equals(submitted)) {
            return before;
        }
        return new LookEntity(
                owner.value(),
                actor.person().value(),
                sheet.round().id(),
                task.subject().kind().name(),
                task.subject().id(),
                task.municipality().value(),
                submitted,
                json.text(seen),
                before == null ? null : before.seen());
    }

    private static NarrativeText words(EntrySheet sheet, IndicatorId indicator, FiscalYear year) {
        return sheet.narratives().stream()
                .filter(narrative -> narrative.indicator().equals(indicator)
                        && narrative.fiscalYear().equals(year))
                .map(Narrative::text)
                .findFirst()
                .orElse(NarrativeText.EMPTY);
    }

    private static int count(EntrySheet sheet, Predicate<TaskState> which) {
        return (int) sheet.rows().stream()
                .map(EntryRow::task)
                .filter(Objects::nonNull)
                .map(CollectionTask::state)
                .filter(which)
                .count();
    }
}
