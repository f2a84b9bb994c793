package jp.kyosei.backend.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every standing × visibility × state: what is seen, at the service and in the database below it. */
class VisibilityMatrixTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);

    private static RunningBackend backend;
    private static NoteReading discussion;
    private static NoteWriting writing;
    private static NoteChanging changing;
    private static final Map<Who, Actor> ACTORS = new EnumMap<>(Who.class);
    private static final Map<String, NoteId> NOTES = new HashMap<>();

    /** Everybody who could come to a note, and what they see of the three visibilities. */
    enum Who {
        SECRETARIAT(Role.SECRETARIAT, "ichinoseki-hiraizumi", true, true, true),
        COMMITTEE(Role.COMMITTEE, "ichinoseki-hiraizumi", true, true, true),
        ADMIN_OF_THE_ALLIANCE(Role.ADMIN, "ichinoseki-hiraizumi", false, true, true),
        VIEWER_OF_THE_ALLIANCE(Role.VIEWER, "ichinoseki-hiraizumi", false, false, true),
        CONTRIBUTOR_OF_A_TOWN(Role.CONTRIBUTOR, "hiraizumi", false, true, true),
        APPROVER_OF_A_TOWN(Role.APPROVER, "hiraizumi", false, true, true),
        SECRETARIAT_OF_A_TOWN(Role.SECRETARIAT, "hiraizumi", false, true, true),
        ADMIN_OF_A_TOWN(Role.ADMIN, "hiraizumi", false, true, true),
        VIEWER_OF_A_TOWN(Role.VIEWER, "hiraizumi", false, false, true),
        COMMITTEE_OF_A_TOWN(Role.COMMITTEE, "hiraizumi", false, false, false),
        SECRETARIAT_OF_ANOTHER_OWNER(Role.SECRETARIAT, "mine", false, false, false),
        COMMITTEE_OF_ANOTHER_OWNER(Role.COMMITTEE, "mine", false, false, false),
        ADMIN_OF_ANOTHER_OWNER(Role.ADMIN, "daisen", false, false, false);

        private final Role role;
        private final String owner;
        private final boolean council;
        private final boolean members;
        private final boolean open;

        Who(Role role, String owner, boolean council, boolean members, boolean open) {
            this.role = role;
            this.owner = owner;
            this.council = council;
            this.members = members;
            this.open = open;
        }

        private boolean sees(Visibility visibility) {
            return switch (visibility) {
                case COUNCIL -> council;
                case MEMBERS -> members;
                case PUBLIC -> open;
            };
        }
    }

    /** The states, and whether a note in it is left to its author and the secretariat. */
    enum Condition {
        OPEN,
        ANSWERED,
        CLOSED,
        WITHDRAWN
    }

    @BeforeAll
    static void a_note_of_every_visibility_in_every_state() {
        backend = RunningBackend.alone();
        discussion = backend.bean(NoteReading.class);
        writing = backend.bean(NoteWriting.class);
        changing = backend.bean(NoteChanging.class);
        Actor operator = backend.user(DemonstrationUser.OPERATOR);
        IdentityService identity = backend.bean(IdentityService.class);
        PeopleService people = backend.bean(PeopleService.class);
        OwnerService owners = backend.bean(OwnerService.class);
        for (Who who : Who.values()) {
            String subject = UUID.randomUUID().toString();
            PersonId person =
                    people.register(operator, subject, who.name().toLowerCase(Locale.ROOT), who.name(), false);
            OwnerId owner = owners.find(operator, who.owner).orElseThrow();
            people.giveRole(operator, owner, person, who.role, null);
            ACTORS.put(who, identity.actorOf(subject).orElseThrow());
        }
        Actor author = backend.user(DemonstrationUser.SECRETARIAT);
        for (Visibility visibility : Visibility.values()) {
            for (Condition condition : Condition.values()) {
                NOTES.put(visibility + " " + condition, written(author, visibility, condition));
            }
        }
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static NoteId written(Actor author, Visibility visibility, Condition condition) {
        Note note = writing.write(
                author,
                VISION,
                new NewNote(
                        new NoteTarget.Indicator("9"),
                        R4,
                        NoteKind.QUESTION,
                        visibility,
                        "%s の %s".formatted(visibility, condition)));
        switch (condition) {
            case OPEN -> {
                // as it was written
            }
            case ANSWERED -> writing.reply(author, note.id(), "回答です。", true);
            case CLOSED -> changing.step(author, note.id(), note.version(), NoteStep.CLOSE);
            case WITHDRAWN -> changing.withdraw(author, note.id(), note.version());
        }
        return note.id();
    }

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (Who who : Who.values()) {
            for (Visibility visibility : Visibility.values()) {
                for (Condition condition : Condition.values()) {
                    all.add(Arguments.of(who, visibility, condition));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void somebody_sees_a_note_by_standing_visibility_and_state(Who who, Visibility visibility, Condition condition) {
        Actor actor = actor(who);
        NoteId id = noteOf(visibility, condition);
        boolean shown = who.sees(visibility) && (condition != Condition.WITHDRAWN || who == Who.SECRETARIAT);

        if (shown) {
            assertThat(discussion.note(actor, id).text()).isEqualTo("%s の %s".formatted(visibility, condition));
            assertThat(discussion.overview(actor, VISION, R4).notes())
                    .extracting(Note::id)
                    .contains(id);
            assertThat(discussion
                            .pad(actor, VISION, new NoteTarget.Indicator("9"), R4)
                            .notes())
                    .extracting(Note::id)
                    .contains(id);
        } else {
            assertThatThrownBy(() -> discussion.note(actor, id)).isInstanceOf(NotFoundException.class);
            if (actor.readableOwners().stream().anyMatch(alliance()::equals)) {
                assertThat(discussion.overview(actor, VISION, R4).notes())
                        .extracting(Note::id)
                        .doesNotContain(id);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void the_database_shows_no_more_than_the_visibility_allows(Who who, Visibility visibility, Condition condition) {
        Actor actor = actor(who);
        String id = noteOf(visibility, condition).value().toString();
        int expected = who.sees(visibility) ? 1 : 0;

        assertThat(rows(actor, "select count(*) from note where id = '%s'".formatted(id)))
                .isEqualTo(expected);
        if (condition == Condition.ANSWERED) {
            assertThat(rows(actor, "select count(*) from note_reply where note_id = '%s'".formatted(id)))
                    .isEqualTo(expected);
        }
        if (condition == Condition.CLOSED || condition == Condition.WITHDRAWN) {
            assertThat(rows(actor, "select count(*) from note_change where note_id = '%s'".formatted(id)))
                    .isEqualTo(expected);
        }
        assertThat(rows(actor, "select count(*) from note_mark where note_id = '%s'".formatted(id)))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void only_secretariat_and_asked_departments_answer_and_nobody_what_they_do_not_see(
            Who who, Visibility visibility, Condition condition) {
        Actor actor = actor(who);
        NoteId id = noteOf(visibility, condition);
        boolean seen = who.sees(visibility);
        boolean takesAnswers = condition == Condition.OPEN || condition == Condition.ANSWERED;
        boolean answers = takesAnswers
                && seen
                && switch (who) {
                    case SECRETARIAT, CONTRIBUTOR_OF_A_TOWN, APPROVER_OF_A_TOWN -> true;
                    default -> false;
                };
        if (seen && (condition != Condition.WITHDRAWN || who == Who.SECRETARIAT)) {
            assertThat(discussion.note(actor, id).rights().may(NoteRight.ANSWER))
                    .isEqualTo(answers);
        }
        if (!answers) {
            assertThatThrownBy(() -> writing.reply(actor, id, "答えてはならない", true))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageNotContaining("%s の".formatted(visibility));
        }
    }

    private static Actor actor(Who who) {
        return Objects.requireNonNull(ACTORS.get(who));
    }

    private static NoteId noteOf(Visibility visibility, Condition condition) {
        return Objects.requireNonNull(NOTES.get(visibility + " " + condition));
    }

    private static OwnerId alliance() {
        return backend.user(DemonstrationUser.IIN).grants().getFirst().owner();
    }

    private static int rows(Actor actor, String sql) {
        JdbcOperations jdbc = backend.bean(JdbcOperations.class);
        return backend.bean(TenantDoor.class)
                .read(
                        actor,
                        () -> jdbc.prepareStatement(sql, statement -> {
                            try (var found = statement.executeQuery()) {
                                found.next();
                                return found.getInt(1);
                            }
                        }));
    }
}
