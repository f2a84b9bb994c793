package jp.kyosei.backend.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.SqlArrays;
import org.jspecify.annotations.Nullable;

/** Writes changes down and reads them back. */
@Singleton
public class AuditService {
    /** How many people somebody can choose from. */
    private static final int MOST_PEOPLE = 500;

    private final AuditRepository repository;
    private final ServiceRepository service;
    private final Json json;
    private final Clock clock;

    AuditService(AuditRepository repository, ServiceRepository service, Json json, Clock clock) {
        this.repository = repository;
        this.service = service;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the changes down, in one batch; to be called inside the transaction that makes them. */
    public void recordWithin(Actor actor, OwnerId owner, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        repository.insert(changes.stream()
                .map(change -> new AuditRow(
                        owner.value(),
                        UUID.randomUUID(),
                        now,
                        actor.person().value(),
                        actor.displayName(),
                        change.action().name(),
                        change.subjectKind().code(),
                        change.subjectId(),
                        change.plan(),
                        change.indicator(),
                        text(change.before()),
                        text(change.after()),
                        change.reason()))
                .toList());
    }

    /**
     * The latest changes that touch an indicator, newest first; to be called inside an open door by a feature that has
     * asked the access policy.
     *
     * @param most how many at the most
     */
    public List<AuditEntry> ofIndicatorWithin(OwnerId owner, UUID indicator, int most) {
        return entries(repository.ofIndicator(owner.value(), indicator, most));
    }

    /**
     * The latest changes of a plan, newest first; as {@link #ofIndicatorWithin}.
     *
     * @param offset how many of the newest to pass over
     */
    public List<AuditEntry> ofPlanWithin(OwnerId owner, UUID plan, TrailFilter filter, int offset, int most) {
        return entries(repository.ofPlan(
                owner.value(),
                plan,
                filter.indicator(),
                filter.personOrAny(),
                filter.kinds(),
                filter.since(),
                filter.before(),
                offset,
                most));
    }

    /** Who has changed something of a plan, by name, at most {@value #MOST_PEOPLE}; as {@link #ofIndicatorWithin}. */
    public List<String> peopleOfPlanWithin(OwnerId owner, UUID plan) {
        return repository.peopleOfPlan(owner.value(), plan, MOST_PEOPLE);
    }

    /** Who has changed something of the owner and of none of its plans; as {@link #peopleOfPlanWithin}. */
    public List<String> peopleOfOwnerWithin(OwnerId owner) {
        return repository.peopleOfOwner(owner.value(), MOST_PEOPLE);
    }

    /** The latest changes of one thing that belongs to an indicator, newest first; as {@link #ofIndicatorWithin}. */
    public List<AuditEntry> ofSubjectWithin(OwnerId owner, UUID indicator, String subjectId, int most) {
        return entries(repository.ofSubject(owner.value(), indicator, subjectId, most));
    }

    /**
     * Who did something to what belongs to indicators, whenever that was; as {@link #ofIndicatorWithin}, in one statement.
     *
     * @param kinds of what belongs to them
     */
    public List<AuditHand> handsWithin(OwnerId owner, Collection<UUID> indicators, Set<SubjectKind> kinds) {
        return repository
                .hands(
                        owner.value(),
                        SqlArrays.of(List.copyOf(indicators)),
                        kinds.stream().map(SubjectKind::code).collect(Collectors.joining(",", "{", "}")))
                .stream()
                .map(row -> new AuditHand(
                        row.indicatorId(),
                        row.subjectKind(),
                        row.subjectId(),
                        row.action(),
                        new PersonId(row.personId()),
                        row.at()))
                .toList();
    }

    /**
     * Writes down what concerns the service and none of its owners; to be called inside the transaction that does it, by
     * the operator or by the person whom it concerns.
     */
    public void recordOfServiceWithin(Actor actor, Change change) {
        recordOfServiceWithin(actor.person(), actor.displayName(), change);
    }

    /** The same for what was asked for long ago, by whoever asked for it; inside a door that is open for that. */
    public void recordOfServiceWithin(PersonId person, String name, Change change) {
        service.insert(new ServiceRow(
                UUID.randomUUID(),
                clock.instant(),
                person.value(),
                name,
                change.action().name(),
                change.subjectKind().code(),
                change.subjectId(),
                text(change.before()),
                text(change.after()),
                change.reason()));
    }

    /**
     * The latest changes that concern the owner and none of its plans, newest first; as {@link #ofIndicatorWithin}.
     *
     * @param offset how many of the newest to pass over
     */
    public List<AuditEntry> ofOwnerWithin(OwnerId owner, TrailFilter filter, int offset, int most) {
        return entries(repository.ofOwner(
                owner.value(), filter.personOrAny(), filter.kinds(), filter.since(), filter.before(), offset, most));
    }

    /**
     * The latest changes that concern the service and none of its owners, newest first; to be called inside a door that
     * the operator has opened: others find what they have done themselves.
     */
    public List<AuditEntry> ofServiceWithin(int offset, int most) {
        return service.latest(offset, most).stream()
                .map(row -> new AuditEntry(
                        row.at(),
                        row.personName(),
                        row.action(),
                        row.subjectKind(),
                        row.subjectId(),
                        null,
                        row.before(),
                        row.after(),
                        row.reason()))
                .toList();
    }

    private static List<AuditEntry> entries(List<AuditRow> rows) {
        return rows.stream()
                .map(row -> new AuditEntry(
                        row.at(),
                        row.personName(),
                        row.action(),
                        row.subjectKind(),
                        row.subjectId(),
                        row.indicatorId(),
                        row.before(),
                        row.after(),
                        row.reason()))
                .toList();
    }

    private @Nullable String text(Map<String, Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        return json.text(values);
    }
}
