package jp.kyosei.backend.publishing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Publishes fiscal years of plans, replaces and withdraws them: the owner's side. */
@Singleton
public class PublishingService {
    /** Expected where any version will do. */
    public static final long ANY_VERSION = -1;

    private static final SubjectKind SUBJECT = SubjectKind.PUBLICATION;

    private final PlanService plans;
    private final PublicationComposer composer;
    private final PublicationRepository repository;
    private final List<PublicationFiles> further;
    private final AuditService audit;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Json json;
    private final Clock clock;

    PublishingService(
            PlanService plans,
            PublicationComposer composer,
            PublicationRepository repository,
            List<PublicationFiles> further,
            AuditService audit,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy,
            Json json,
            Clock clock) {
        this.plans = plans;
        this.composer = composer;
        this.repository = repository;
        this.further = List.copyOf(further);
        this.audit = audit;
        this.live = live;
        this.door = door;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The years of a plan and what of them is published.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public PublicationOverview overview(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanContent content = contentWithin(actor, plan, null);
            return new PublicationOverview(content, yearsWithin(content.plan()));
        });
    }

    /**
     * One year; errors as {@link #overview}.
     *
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    public YearPublication year(Actor actor, String plan, FiscalYear year) {
        return door.read(actor, () -> {
            PlanContent content = contentWithin(actor, plan, year);
            content.plan().checkCovers(year);
            return yearWithin(content.plan(), year);
        });
    }

    /** What everybody would see if it were published now; errors as {@link #year}. */
    public PublicationPreview preview(Actor actor, String plan, PublishOrder order) {
        return door.read(actor, () -> {
            PlanContent content = contentWithin(actor, plan, order.fiscalYear());
            content.plan().checkCovers(order.fiscalYear());
            PublicationPreview preview = composer.previewWithin(actor, content, order);
            return keptWithin(content.plan(), yearWithin(content.plan(), order.fiscalYear()))
                    .map(kept -> preview.correcting(json.read(kept.document(), PublishedYear.class)))
                    .orElse(preview);
        });
    }

    /**
     * Publishes a year as it is confirmed at this moment; what was published of it before is replaced (差替).
     *
     * @param expected the {@link YearPublication#version} that the decision began from, or {@link #ANY_VERSION}
     * @throws StaleException if somebody has published or withdrawn it since
     * @throws RefusedException if nothing of the year is confirmed
     */
    public YearPublication publish(Actor actor, String plan, PublishOrder order, long expected) {
        return door.writeForLong(actor, () -> {
            PlanContent content = contentWithin(actor, plan, order.fiscalYear());
            Plan found = content.plan();
            FiscalYear year = order.fiscalYear();
            found.checkCovers(year);
            YearPublication before = lockedWithin(found, year, expected);
            String contact = TypedText.checked(TextKind.NAME, "contact", "問い合わせ先", order.contact());
            PublicationPreview preview = composer.previewWithin(actor, content, order);
            if (preview.isEmpty()) {
                throw new RefusedException("%sには確定した実績がないため、公開できません。実績を確定してから公開してください。".formatted(year.longLabel()));
            }
            Instant now = clock.instant();
            UUID owner = found.owner().value();
            int revision = before.revision() + 1;
            Optional<KeptRow> replaced = keptWithin(found, before);
            PublishedYear document = preview.document()
                    .with(new PublishedYear.Imprint(
                            contact, editions(replaced, before.revision(), preview.document(), now)));
            if (before.state() == PublicationState.PUBLISHED) {
                repository.end(
                        owner, found.id().value(), year.year(), before.revision(), found.slug(), "REPLACED", now, "");
            }
            UUID id = UUID.randomUUID();
            repository.insert(
                    owner,
                    id,
                    found.id().value(),
                    year.year(),
                    revision,
                    order.narratives(),
                    order.notes(),
                    order.licence().name(),
                    contact,
                    now,
                    json.text(document));
            insertFiles(content, document, id);
            step(actor, found, year, revision, StepRow.PUBLISH, now, "");
            record(
                    actor,
                    found,
                    before.state() == PublicationState.PUBLISHED ? Deed.REPLACE_PUBLICATION : Deed.PUBLISH,
                    year,
                    words(before),
                    Map.of(
                            "revision",
                            revision,
                            "narratives",
                            order.narratives(),
                            "publicNotes",
                            order.notes(),
                            "licence",
                            order.licence().name(),
                            "contact",
                            contact),
                    null);
            return yearWithin(found, year);
        });
    }

    /**
     * Withdraws a published year; nobody without a login sees it from then on.
     *
     * @param expected as in {@link #publish}
     * @param reason kept in the history, shown to nobody outside
     * @param publicReason what everybody is told where the pages were; may be empty
     * @throws StaleException if somebody has published or withdrawn it since
     * @throws RefusedException if it is not published, or no reason is given
     */
    public YearPublication withdraw(
            Actor actor, String plan, FiscalYear year, long expected, String reason, String publicReason) {
        return door.write(actor, () -> {
            PlanContent content = contentWithin(actor, plan, year);
            Plan found = content.plan();
            found.checkCovers(year);
            String why =
                    TypedText.required(TextKind.REASON, "reason", "取り下げる理由", reason, "取り下げる理由を書いてください。履歴に残り、公開はされません。");
            String told = TypedText.checked(TextKind.REASON, "publicReason", "公開ページに出す理由", publicReason);
            YearPublication before = lockedWithin(found, year, expected);
            if (before.state() != PublicationState.PUBLISHED) {
                throw new RefusedException("%sは公開されていません。".formatted(year.longLabel()));
            }
            Instant now = clock.instant();
            repository.end(
                    found.owner().value(),
                    found.id().value(),
                    year.year(),
                    before.revision(),
                    found.slug(),
                    "WITHDRAWN",
                    now,
                    told);
            step(actor, found, year, before.revision(), StepRow.WITHDRAW, now, why);
            record(
                    actor,
                    found,
                    Deed.WITHDRAW_PUBLICATION,
                    year,
                    words(before),
                    told.isEmpty() ? Map.of() : Map.of("publicReason", told),
                    why);
            return yearWithin(found, year);
        });
    }

    /** The same, telling the public nothing of the reason. */
    public YearPublication withdraw(Actor actor, String plan, FiscalYear year, long expected, String reason) {
        return withdraw(actor, plan, year, expected, reason, "");
    }

    /** What everybody sees now. */
    private Optional<KeptRow> keptWithin(Plan plan, YearPublication year) {
        return year.state() == PublicationState.PUBLISHED
                ? repository.kept(
                        plan.owner().value(),
                        plan.id().value(),
                        year.fiscalYear().year(),
                        year.revision())
                : Optional.empty();
    }

    private PlanContent contentWithin(Actor actor, String plan, @Nullable FiscalYear year) {
        PlanContent content = plans.ofYearWithin(actor, plan, year);
        policy.checkCanPublish(actor, content.plan().owner());
        return content;
    }

    private YearPublication lockedWithin(Plan plan, FiscalYear year, long expected) {
        repository.lock(plan.id().value());
        YearPublication before = yearWithin(plan, year);
        if (expected != ANY_VERSION && expected != before.version()) {
            throw new StaleException();
        }
        return before;
    }

    private YearPublication yearWithin(Plan plan, FiscalYear year) {
        return yearsWithin(plan).stream()
                .filter(one -> one.fiscalYear().equals(year))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<YearPublication> yearsWithin(Plan plan) {
        List<StepRow> rows = repository.steps(plan.owner().value(), plan.id().value());
        return plan.fiscalYears().stream()
                .sorted(Comparator.reverseOrder())
                .map(year -> year(
                        year,
                        rows.stream()
                                .filter(row -> row.fiscalYear() == year.year())
                                .toList()))
                .toList();
    }

    private static YearPublication year(FiscalYear year, List<StepRow> rows) {
        if (rows.isEmpty()) {
            return new YearPublication(year, null, List.of());
        }
        StepRow last = rows.getLast();
        return new YearPublication(
                year,
                new PublishOrder(
                        year, last.narratives(), last.notes(), Licence.valueOf(last.licence()), last.contact()),
                rows.stream().map(StepRow::publicationStep).toList());
    }

    /** Those of what is replaced, and the new one; what was withdrawn before is told of no more. */
    private List<PublishedYear.Edition> editions(
            Optional<KeptRow> replaced, int revision, PublishedYear document, Instant now) {
        if (replaced.isEmpty()) {
            return List.of(new PublishedYear.Edition(revision + 1, now, List.of(), 0));
        }
        PublishedYear before = json.read(replaced.get().document(), PublishedYear.class);
        PublishedYear.Imprint known = before.imprint();
        List<PublishedYear.Edition> earlier = known == null
                ? List.of(new PublishedYear.Edition(revision, replaced.get().publishedAt(), List.of(), 0))
                : known.editions();
        return Corrections.editions(earlier, revision + 1, now, Corrections.between(before, document));
    }

    private void insertFiles(PlanContent content, PublishedYear document, UUID publication) {
        List<PublishedFile> files = new ArrayList<>();
        further.forEach(maker -> files.addAll(maker.filesWithin(content, document)));
        for (int position = 0; position < files.size(); position++) {
            PublishedFile file = files.get(position);
            repository.insertFile(
                    content.plan().owner().value(),
                    publication,
                    position,
                    file.name(),
                    file.contentType(),
                    file.bytes());
        }
    }

    private void step(Actor actor, Plan plan, FiscalYear year, int revision, String step, Instant at, String reason) {
        repository.insertStep(
                plan.owner().value(),
                plan.id().value(),
                year.year(),
                revision,
                step,
                actor.person().value(),
                actor.displayName(),
                at,
                reason);
    }

    private static Map<String, Object> words(YearPublication before) {
        return before.state() == PublicationState.PUBLISHED ? Map.of("revision", before.revision()) : Map.of();
    }

    private void record(
            Actor actor,
            Plan plan,
            Deed action,
            FiscalYear year,
            Map<String, Object> before,
            Map<String, Object> after,
            @Nullable String reason) {
        audit.recordWithin(
                actor,
                plan.owner(),
                List.of(new Change(action, SUBJECT, year.longLabel(), plan.id().value(), null, before, after, reason)));
        live.announceWithin(new Announcement(plan.id().value(), year.year(), null, List.of()));
        live.announcePublishedWithin();
    }
}
