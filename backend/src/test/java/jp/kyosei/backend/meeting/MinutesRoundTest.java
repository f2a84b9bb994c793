package jp.kyosei.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberEntry;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.minutes.Correction;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesRound;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.minutes.Passage;
import jp.kyosei.backend.meeting.minutes.RoundService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MissingTextException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The members say what is wrong in the minutes before these are approved; the secretariat takes it or says why not. */
class MinutesRoundTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final String TEXT = """
            # 議事要旨

            ## 意見

            - 宿泊者数は増えている。
            - 特になし
            - 特になし

            **決まったこと**　次回に示す。
            """;
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final MeetingService meetings = BACKEND.bean(MeetingService.class);
    private final MinutesService minutes = BACKEND.bean(MinutesService.class);
    private final RoundService rounds = BACKEND.bean(RoundService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void members_propose_in_a_round_the_secretariat_decides_each_and_only_then_approves() {
        MeetingId meeting = written();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> minutes.minutes(member(), meeting));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.propose(member(), meeting, "宿泊者数は増えている。", "x", ""))
                .withMessageContaining("いまは行っていません");

        assertThat(rounds.open(secretariat(), meeting, tomorrow()).open()).isTrue();
        assertThat(minutes.minutes(member(), meeting).text()).isEqualTo(TEXT);
        assertThat(minutes.minutes(member(), meeting).rights()).isEmpty();
        assertThat(rounds.round(member(), meeting).passages())
                .extracting(Passage::words)
                .containsExactly("議事要旨", "意見", "宿泊者数は増えている。", "特になし", "特になし", "**決まったこと**　次回に示す。");

        rounds.propose(member(), meeting, "宿泊者数は増えている。", "宿泊者数は戻りつつある。", "増えてはいない");
        rounds.propose(member(), meeting, "意見", "委員の意見", "");
        MinutesRound proposed = rounds.propose(member(), meeting, "**決まったこと**　次回に示す。", "", "決めていない");
        assertThat(proposed.undecided()).isEqualTo(3);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> minutes.approve(secretariat(), meeting, -1))
                .withMessageContaining("3 件、残っています");

        List<UUID> ids = proposed.corrections().stream().map(Correction::id).toList();
        rounds.decide(secretariat(), meeting, ids.get(0), true, "そのとおりでした。");
        rounds.decide(secretariat(), meeting, ids.get(2), true, "");
        assertThatExceptionOfType(MissingTextException.class)
                .isThrownBy(() -> rounds.decide(secretariat(), meeting, ids.get(1), false, " "));
        rounds.decide(secretariat(), meeting, ids.get(1), false, "見出しは前回と同じにします。");
        assertThat(minutes.minutes(member(), meeting).text())
                .isEqualTo(TEXT.replace("増えている", "戻りつつある").replace("**決まったこと**　次回に示す。\n", ""));
        assertThat(rounds.round(member(), meeting).corrections())
                .extracting(one -> one.state().label() + one.answer())
                .containsExactly("採用そのとおりでした。", "見送り見出しは前回と同じにします。", "採用");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.decide(secretariat(), meeting, ids.get(1), true, ""))
                .withMessageContaining("既に見送り");

        minutes.approve(secretariat(), meeting, -1);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> minutes.minutes(member(), meeting));
        assertThat(rounds.round(member(), meeting).open()).isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.propose(member(), meeting, "意見", "x", ""));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.open(secretariat(), meeting, tomorrow()))
                .withMessageContaining("承認済");
    }

    @Test
    void what_names_no_line_or_several_is_refused_and_what_was_changed_by_hand_is_taken_as_done() {
        MeetingId meeting = written();
        rounds.open(secretariat(), meeting, tomorrow());
        for (String passage : new String[] {"特になし", "そんな文はない", "# 議事要旨"}) {
            assertThatExceptionOfType(RefusedException.class)
                    .as(passage)
                    .isThrownBy(() -> rounds.propose(member(), meeting, passage, "別の文", ""));
        }
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.propose(member(), meeting, "意見", " 意見 ", ""))
                .withMessageContaining("同じ");
        UUID first = rounds.propose(member(), meeting, "意見", "委員の意見", "")
                .corrections()
                .getFirst()
                .id();
        UUID second = rounds.propose(member(), meeting, "議事要旨", "議事\n要旨（案）", "")
                .corrections()
                .getLast()
                .id();

        minutes.save(
                secretariat(), meeting, -1, TEXT.replace("## 意見", "## 委員の意見").replace("# 議事要旨", "# 記録"));
        rounds.decide(secretariat(), meeting, first, true, "");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.decide(secretariat(), meeting, second, true, ""))
                .withMessageContaining("見当たらない");
        minutes.save(secretariat(), meeting, -1, TEXT);
        rounds.decide(secretariat(), meeting, second, true, "");
        assertThat(minutes.minutes(secretariat(), meeting).text()).startsWith("# 議事　要旨（案）\n");
    }

    @Test
    void after_the_last_day_and_by_who_was_absent_nothing_is_proposed() {
        MeetingId meeting = written();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        rounds.open(secretariat(), meeting, Meetings.today().minusDays(1)));
        rounds.open(secretariat(), meeting, tomorrow());
        assertThat(StoredRows.write(
                        BACKEND,
                        "update kyosei.minutes_round set due_on = ? where meeting_id = ?",
                        Meetings.today().minusDays(1),
                        meeting.value()))
                .isEqualTo(1);
        assertThat(rounds.round(member(), meeting).mayPropose()).isFalse();
        assertThat(minutes.minutes(member(), meeting).text()).isEqualTo(TEXT);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> rounds.propose(member(), meeting, "意見", "委員の意見", ""))
                .withMessageContaining("終わりました");

        rounds.open(secretariat(), meeting, tomorrow());
        meetings.attendance(
                secretariat(),
                meeting,
                -1,
                List.of(new Participant(member().displayName().replace(" ", "　"), "", "委員", Attendance.ABSENT)));
        assertThat(rounds.round(member(), meeting).mayPropose()).isFalse();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> rounds.propose(member(), meeting, "意見", "委員の意見", ""));

        // Under a name that is not the account's: the 名簿 says who it is.
        BACKEND.bean(CommitteeService.class)
                .add(
                        secretariat(),
                        member().grants().getFirst().owner(),
                        new MemberEntry("筆名 三郎", "", "委員", "", null, null, member().person()));
        Participant absent = new Participant("筆名　三郎", "", "委員", Attendance.ABSENT);
        meetings.attendance(secretariat(), meeting, -1, List.of(absent));
        assertThat(rounds.round(member(), meeting).mayPropose()).isFalse();
        meetings.attendance(secretariat(), meeting, -1, List.of(absent.attending(Attendance.PRESENT)));
        assertThat(rounds.round(member(), meeting).mayPropose()).isTrue();
    }

    @Test
    void nobody_else_opens_proposes_decides_or_reads() {
        MeetingId meeting = written();
        rounds.open(secretariat(), meeting, tomorrow());
        UUID correction = rounds.propose(member(), meeting, "意見", "委員の意見", "")
                .corrections()
                .getFirst()
                .id();
        for (DemonstrationUser other : List.of(DemonstrationUser.HIRAIZUMI, DemonstrationUser.IIN)) {
            Actor actor = BACKEND.user(other);
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> rounds.open(actor, meeting, tomorrow()));
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> rounds.decide(actor, meeting, correction, true, ""));
        }
        Actor clerk = BACKEND.user(DemonstrationUser.HIRAIZUMI);
        assertThat(rounds.round(clerk, meeting).corrections()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> minutes.minutes(clerk, meeting));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> rounds.propose(clerk, meeting, "意見", "x", ""));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> rounds.propose(secretariat(), meeting, "意見", "x", ""));
        Actor stranger = BACKEND.user(DemonstrationUser.MINE);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> rounds.round(stranger, meeting));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> rounds.propose(stranger, meeting, "意見", "x", ""));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> rounds.decide(secretariat(), meeting, UUID.randomUUID(), true, ""));
    }

    private MeetingId written() {
        Meeting planned = meetings.plan(secretariat(), VISION, Meetings.of(R4, MaterialKind.RESULTS));
        Minutes drafted = minutes.draft(secretariat(), planned.id(), 0);
        minutes.save(secretariat(), planned.id(), drafted.version(), TEXT);
        return planned.id();
    }

    private static LocalDate tomorrow() {
        return Meetings.today().plusDays(1);
    }

    private static Actor member() {
        return BACKEND.user(DemonstrationUser.IIN);
    }

    private static Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}
