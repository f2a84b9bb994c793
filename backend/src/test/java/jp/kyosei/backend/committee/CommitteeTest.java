package jp.kyosei.backend.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The 名簿 of 一関・平泉's committee: who is a member for which term, with an account or on paper alone. */
class CommitteeTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";

    private static final RunningBackend BACKEND = RunningBackend.alone();

    private static OwnerId alliance;
    private static LocalDate today;

    private final CommitteeService committee = BACKEND.bean(CommitteeService.class);

    @BeforeAll
    static void start() {
        today = LocalDate.now(BACKEND.bean(Clock.class));
        alliance = user(DemonstrationUser.IIN).grants().getFirst().owner();
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void the_list_of_the_next_meeting_is_the_committee_in_office_on_its_day_in_the_order_of_the_list() {
        MemberId former = add("前期 委員", today.minusYears(4), today.minusDays(1));
        MemberId second = add("見本 二子", today.minusYears(1), null);
        MemberId first = add("見本 一郎", null, null);
        List<MemberId> others = committee.members(secretariat(), alliance).stream()
                .map(CommitteeMember::id)
                .filter(id -> !List.of(former, second, first).contains(id))
                .toList();
        committee.order(
                secretariat(),
                alliance,
                Stream.concat(Stream.of(first, second, former), others.stream()).toList());

        MeetingPlan suggested = Objects.requireNonNull(
                BACKEND.bean(MeetingService.class).meetings(secretariat(), PLAN).suggestion());
        assertThat(suggested.participants())
                .filteredOn(person -> person.kind() == Participant.Kind.MEMBER)
                .extracting(Participant::name)
                .startsWith("見本 一郎", "見本 二子")
                .doesNotContain("前期 委員");
    }

    @Test
    void the_secretariat_writes_for_a_member_on_paper_and_the_note_says_so() {
        MemberId onPaper = add("紙上 花子", null, null);
        Note note = BACKEND.bean(NoteWriting.class)
                .writeFor(
                        secretariat(),
                        PLAN,
                        new NewNote(
                                new NoteTarget.Indicator("9"),
                                new FiscalYear(2023),
                                NoteKind.OPINION,
                                Visibility.COUNCIL,
                                "駅からの案内がほしい。"),
                        onPaper);
        assertThat(note.author().name()).isEqualTo("紙上 花子（事務局が代わりに入力）");
        assertThat(note.author().standing().name()).isEqualTo("COMMITTEE");
        assertThat(note.author().voice()).isEqualTo("委員（事務局が代わりに入力）");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> BACKEND.bean(NoteWriting.class)
                .writeFor(
                        user(DemonstrationUser.IIN),
                        PLAN,
                        new NewNote(
                                new NoteTarget.Indicator("9"),
                                new FiscalYear(2023),
                                NoteKind.OPINION,
                                Visibility.COUNCIL,
                                "他人の名で。"),
                        onPaper));
    }

    @Test
    void a_member_with_an_account_holds_the_committees_role_and_writes_for_themselves() {
        PersonId iin = user(DemonstrationUser.IIN).person();
        MemberId member =
                committee.add(secretariat(), alliance, new MemberEntry("委員 三郎", "市民", "委員", "", null, null, iin));
        assertThat(one(member).isOnPaper()).isFalse();
        assertThat(one(member).username()).isEqualTo("iin");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> committee.add(
                        secretariat(),
                        alliance,
                        new MemberEntry(
                                "別人",
                                "",
                                "",
                                "",
                                null,
                                null,
                                user(DemonstrationUser.MINE).person())))
                .withMessageContaining("懇談会委員の権限を持っていません");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BACKEND.bean(NoteWriting.class)
                        .writeFor(
                                secretariat(),
                                PLAN,
                                new NewNote(
                                        new NoteTarget.Indicator("9"),
                                        new FiscalYear(2023),
                                        NoteKind.OPINION,
                                        Visibility.COUNCIL,
                                        "本人が書ける。"),
                                member))
                .withMessageContaining("自分で書けます");
    }

    @Test
    void what_becomes_of_a_member_stands_in_the_owners_history_and_two_writers_do_not_overwrite_each_other() {
        MemberId id = add("任期 四郎", today, null);
        MemberEntry ended = new MemberEntry("任期 四郎", "農協", "会長", "", today, today.plusYears(2), null);
        committee.change(secretariat(), alliance, id, ended, 1);
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> committee.change(secretariat(), alliance, id, ended, 1));
        committee.remove(secretariat(), alliance, id);
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(secretariat(), "ichinoseki-hiraizumi", TrailFilter.ALL, 0, 100)
                        .entries())
                .filteredOn(entry -> "任期 四郎".equals(entry.subjectId()))
                .extracting(AuditEntry::words)
                .containsExactly("委員の削除", "委員の変更", "委員の追加");
    }

    @Test
    void only_secretariat_and_admin_of_the_owner_keep_the_list() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> committee.members(user(DemonstrationUser.IIN), alliance));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> committee.members(user(DemonstrationUser.HIRAIZUMI), alliance));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> committee.members(user(DemonstrationUser.MINE), alliance));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> committee.remove(secretariat(), alliance, new MemberId(UUID.randomUUID())));
    }

    private MemberId add(String name, @Nullable LocalDate from, @Nullable LocalDate until) {
        return committee.add(secretariat(), alliance, new MemberEntry(name, "見本の会", "委員", "", from, until, null));
    }

    private CommitteeMember one(MemberId id) {
        return committee.members(secretariat(), alliance).stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Actor secretariat() {
        return user(DemonstrationUser.SECRETARIAT);
    }

    private static Actor user(DemonstrationUser user) {
        return BACKEND.user(user);
    }
}
