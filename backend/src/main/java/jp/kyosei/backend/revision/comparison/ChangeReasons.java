package jp.kyosei.backend.revision.comparison;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** The reasons that are given while a version is drafted; always inside an open tenant door. */
@Singleton
public class ChangeReasons {
    private static final String WHOLE = "";

    private final ChangeReasonRepository repository;
    private final AccessPolicy policy;
    private final Clock clock;

    ChangeReasons(ChangeReasonRepository repository, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Records why some fields of a thing are changed in a drafted version, by one statement; said again, the later reason
     * stands. What is done to the thing is written into the trail by whoever does it, with this reason.
     *
     * @param subject the identity of the section, the indicator or the initiative
     * @param fields none for the thing as a whole: that it is new, or taken out
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.RefusedException if no reason is given, or it is too long
     */
    public void recordWithin(
            Actor actor,
            Plan plan,
            PlanVersion draft,
            PlanPart part,
            UUID subject,
            Collection<Field> fields,
            String typed) {
        policy.checkCanKeepPlans(actor, plan.owner());
        String reason = TypedText.required(TextKind.REASON, "reason", "変更の理由", typed, "変更の理由を入力してください。");
        Instant now = clock.instant();
        Stream<String> codes =
                fields.isEmpty() ? Stream.of(WHOLE) : fields.stream().distinct().map(Field::code);
        repository.record(codes.map(field -> new ChangeReasonEntity(
                        plan.owner().value(),
                        draft.id().value(),
                        part.name(),
                        subject,
                        field,
                        reason,
                        actor.person().value(),
                        actor.displayName(),
                        now))
                .toList());
    }

    /** The reasons given for a version, by one statement; the caller has asked who may read it. */
    public List<ChangeReason> ofWithin(Plan plan, PlanVersion version) {
        return betweenWithin(plan, version.number() - 1, version.number());
    }

    /**
     * The reasons given for all versions after one up to another, the oldest first, by one statement.
     *
     * @param earlier the number of the version whose own reasons are not among them
     */
    List<ChangeReason> betweenWithin(Plan plan, int earlier, int later) {
        return repository.between(plan.owner().value(), plan.id().value(), earlier, later).stream()
                .map(row -> new ChangeReason(
                        PlanPart.valueOf(row.subjectKind()),
                        row.subjectId(),
                        Field.of(row.field()).orElse(null),
                        row.reason()))
                .toList();
    }
}
