package jp.kyosei.backend.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Posts notices, and keeps which kinds of mail a person wants. */
@Singleton
public class MailService {
    /** Stands for the service itself where somebody is to be named who announced. */
    private static final PersonId SERVICE = new PersonId(new UUID(0, 0));

    private final NoticeWrites notices;
    private final ReachRepository reaches;
    private final MailSettings settings;
    private final ChoiceRepository choices;
    private final TenantDoor door;
    private final Clock clock;

    MailService(
            NoticeWrites notices,
            ReachRepository reaches,
            MailSettings settings,
            ChoiceRepository choices,
            TenantDoor door,
            Clock clock) {
        this.notices = notices;
        this.reaches = reaches;
        this.settings = settings;
        this.choices = choices;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Posts notices, in one batch; to be called inside the transaction of what they announce, so that they are sent if
     * and only if it commits. A notice whose once-key the owner already has is dropped.
     */
    public void postWithin(Actor actor, OwnerId owner, List<Notice> announced) {
        if (announced.isEmpty()) {
            return;
        }
        insert(actor.person(), owner, announced);
    }

    /** Posts what nobody in particular announces; to be called inside {@link TenantDoor#dispatch}, else as {@link #postWithin}. */
    public void postForServiceWithin(OwnerId owner, List<Notice> announced) {
        if (!announced.isEmpty()) {
            insert(SERVICE, owner, announced);
        }
    }

    private void insert(PersonId by, OwnerId owner, List<Notice> announced) {
        Instant now = clock.instant();
        notices.insertNotices(
                announced.stream().map(notice -> entity(by, owner, notice, now)).toList());
    }

    /** Whether mail leaves at all; where it is not set up, notices wait. */
    public boolean isSetUp() {
        return settings.isSetUp();
    }

    /**
     * How far notices to desks of towns come, each alone: counts, and no names. One statement, inside an open
     * {@link TenantDoor} for somebody who may post in the owner.
     *
     * @param announced notices of one kind to the same roles of towns
     * @return for each notice, in their order
     */
    public List<Reach> reachWithin(OwnerId owner, List<Notice> announced) {
        if (announced.isEmpty()) {
            return List.of();
        }
        Notice first = announced.getFirst();
        List<Addressees.OfTown> desks = announced.stream()
                .map(Notice::to)
                .map(Addressees.OfTown.class::cast)
                .toList();
        LocalDate today = LocalDate.now(clock);
        FiscalYear about = Objects.requireNonNullElse(desks.getFirst().year(), FiscalYear.of(today));
        return reaches
                .reach(
                        owner.value(),
                        today,
                        about.year(),
                        first.kind().name(),
                        array(desks.getFirst().roles()),
                        desks.stream().map(desk -> desk.town().value()).collect(Collectors.joining(",", "{", "}")),
                        desks.stream()
                                .map(desk -> String.valueOf(value(desk.department())))
                                .collect(Collectors.joining(",", "{", "}")),
                        announced.stream().map(Notice::onceKey).collect(Collectors.joining("\",\"", "{\"", "\"}")))
                .stream()
                .map(ReachRow::reach)
                .toList();
    }

    /** Every kind of mail, and whether the actor wants it; wanted unless switched off. */
    public Map<MailKind, Boolean> choices(Actor actor) {
        Map<MailKind, Boolean> wanted = new EnumMap<>(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            wanted.put(kind, true);
        }
        door.read(actor, () -> choices.choices(actor.person().value()))
                .forEach(choice -> wanted.put(MailKind.valueOf(choice.kind()), choice.wanted()));
        return Collections.unmodifiableMap(wanted);
    }

    /**
     * Switches one kind of mail on or off, also for letters that are waiting already.
     *
     * @throws NotFoundException if nobody has registered the actor
     */
    public void choose(Actor actor, MailKind kind, boolean wanted) {
        choose(actor, Map.of(kind, wanted));
    }

    /**
     * Switches the named kinds on or off, all or none; the others stay.
     *
     * @throws NotFoundException if nobody has registered the actor
     */
    public void choose(Actor actor, Map<MailKind, Boolean> wanted) {
        UUID person = actor.person().value();
        door.write(actor, () -> {
            if (!choices.knows(person)) {
                throw new NotFoundException();
            }
            choices.choose(wanted.entrySet().stream()
                    .map(choice -> new ChoiceEntity(person, choice.getKey().name(), choice.getValue()))
                    .toList());
            return true;
        });
    }

    private static NoticeEntity entity(PersonId by, OwnerId owner, Notice notice, Instant now) {
        UUID person = null;
        String town = null;
        UUID department = null;
        String roles = null;
        String followed = null;
        boolean ownerOnly = false;
        String also = null;
        Integer year = null;
        switch (notice.to()) {
            case Addressees.Person one -> person = one.person().value();
            case Addressees.OfTown inTown -> {
                town = inTown.town().value();
                department = value(inTown.department());
                roles = array(inTown.roles());
                also = inTown.also().isEmpty()
                        ? null
                        : SqlArrays.of(
                                inTown.also().stream().map(PersonId::value).toList());
                FiscalYear about = inTown.year();
                year = about == null ? null : about.year();
            }
            case Addressees.OfOwner inOwner -> roles = array(inOwner.roles());
            case Addressees.Followers followers -> {
                roles = array(followers.roles());
                followed = SqlArrays.of(followers.followed());
                ownerOnly = followers.ownerOnly();
            }
        }
        PlanId plan = notice.plan();
        Notice.Listing listing = notice.listing();
        return new NoticeEntity(
                owner.value(),
                UUID.randomUUID(),
                notice.kind().name(),
                person,
                town,
                department,
                roles,
                followed,
                ownerOnly,
                notice.subject(),
                notice.body(),
                plan == null ? null : plan.value(),
                by.value(),
                now,
                notice.onceKey(),
                also,
                year,
                listing == null ? null : listing.head(),
                listing == null ? null : String.join("\n", listing.lines()),
                listing == null ? null : listing.count(),
                listing == null ? null : listing.closing(),
                listing == null ? null : listing.gatherKey());
    }

    private static @Nullable UUID value(@Nullable DepartmentId department) {
        return department == null ? null : department.value();
    }

    private static String array(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
