package jp.kyosei.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.CommentWindows;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeId;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingTest extends MeetingCase {
    @Test
    void a_meeting_is_planned_changed_attended_and_read_by_everybody_who_reads_the_plan() {
        Meeting planned = plan(R4, MaterialKind.RESULTS, MaterialKind.NOTES);
        assertThat(planned.version()).isEqualTo(1);
        assertThat(planned.may(MeetingRight.ISSUE)).isTrue();
        assertThat(planned.materials())
                .extracting(Material::label, Material::kind)
                .containsExactly(tuple("資料No.1", MaterialKind.RESULTS), tuple("資料No.2", MaterialKind.NOTES));

        Meeting changed = meetings.change(
                secretariat(),
                planned.id(),
                1,
                Meetings.on(Meetings.today().plusDays(30), R4, null, null, MaterialKind.RESULTS));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.window()).isNull();
        assertThat(changed.materials()).hasSize(1);

        Meeting attended = meetings.attendance(
                secretariat(), planned.id(), 2, List.of(new Participant("見本 一郎", "商工会", "会長", Attendance.PRESENT)));
        Meeting read = meetings.meeting(user(DemonstrationUser.IIN), planned.id());
        assertThat(read.participants()).isEqualTo(attended.participants()).hasSize(1);
        assertThat(read.agenda()).containsExactly("開会", "議事", "閉会");
        assertThat(read.startsAt()).hasToString("13:30");
        assertThat(read.rights()).isEmpty();
        assertThat(meetings.meetings(user(DemonstrationUser.HIRAIZUMI), VISION))
                .satisfies(list -> assertThat(list.mayPlan()).isFalse())
                .extracting(MeetingList::meetings)
                .asInstanceOf(list(Meeting.class))
                .extracting(Meeting::id)
                .contains(planned.id());
        assertThat(meetings.meetings(secretariat(), VISION).suggestion()).isNotNull();
        assertThatThrownBy(() -> meetings.change(secretariat(), planned.id(), 1, Meetings.of(R4)))
                .isInstanceOf(StaleException.class);
        assertThat(backend.bean(HistoryService.class)
                        .ofPlan(secretariat(), VISION, null, TrailFilter.ALL, 0, 20)
                        .entries())
                .extracting(AuditEntry::action)
                .contains("PLAN_MEETING", "CHANGE_MEETING", "NOTE_ATTENDANCE");
    }

    @Test
    void a_meeting_that_is_called_off_takes_no_comments_and_nothing_more() {
        Meeting planned = plan(R4, MaterialKind.RESULTS);
        assertThat(windows())
                .extracting(CommentWindow::meeting)
                .contains(planned.id().value());

        Meeting cancelled = meetings.cancel(secretariat(), planned.id(), 1, "大雪のため");

        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.window()).isNull();
        assertThat(windows())
                .extracting(CommentWindow::meeting)
                .doesNotContain(planned.id().value());
        assertThatThrownBy(() -> papers.issue(secretariat(), planned.id(), Set.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("中止");
    }

    @Test
    void what_is_typed_wrongly_is_said_all_at_once_and_names_the_field() {
        MeetingPlan wrong = new MeetingPlan(
                R4,
                " ",
                Meetings.today(),
                null,
                LocalTime.NOON,
                "",
                Meetings.today(),
                Meetings.today().plusDays(1),
                List.of("議\n事"),
                List.of(new Participant("", "", "", Attendance.UNDECIDED)),
                List.of());
        assertThat(wrong.problems())
                .extracting(MeetingPlan.Problem::field)
                .containsExactly("title", "endsAt", "commentsCloseOn", "agenda[0]", "participants[0].name");
        assertThatThrownBy(() -> meetings.plan(secretariat(), VISION, wrong))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("「会議名」を入れてください。")
                .hasMessageContaining("「意見の締切日」は、開催日までの日にしてください。");
        assertThatThrownBy(() -> meetings.plan(secretariat(), VISION, Meetings.of(new FiscalYear(2040))))
                .isInstanceOf(FiscalYearOutsidePlanException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"ICHINOSEKI", "HIRAIZUMI", "APPROVER", "IIN"})
    void whoever_reads_the_plan_and_is_not_its_secretariat_writes_nothing(DemonstrationUser user) {
        Meeting meeting = plan(R4, MaterialKind.RESULTS);
        Outcome outcome = outcomes.record(secretariat(), meeting.id(), outcome("記録する。"));
        for (UnaryOperator<Actor> write : writes(meeting.id(), outcome.id())) {
            assertThatThrownBy(() -> write.apply(user(user))).isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "DAISEN", "OPERATOR"})
    void anothers_meeting_does_not_exist(DemonstrationUser user) {
        Meeting meeting = plan(R4, MaterialKind.RESULTS);
        papers.issue(secretariat(), meeting.id(), Set.of());
        Outcome outcome = outcomes.record(secretariat(), meeting.id(), outcome("記録する。"));
        List<UnaryOperator<Actor>> reads = List.of(
                actor -> done(actor, meetings.meeting(actor, meeting.id())),
                actor -> done(actor, papers.paper(actor, meeting.id(), 1, null)),
                actor -> done(actor, outcomes.outcomes(actor, meeting.id())),
                actor -> done(actor, outcomes.followed(actor, meeting.id())),
                actor -> done(actor, outcomes.outcome(actor, outcome.id())),
                actor -> done(actor, minutes.minutes(actor, meeting.id())));
        for (UnaryOperator<Actor> call : Stream.concat(reads.stream(), writes(meeting.id(), outcome.id()).stream())
                .toList()) {
            assertThatThrownBy(() -> call.apply(user(user))).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void outcomes_are_tied_to_the_indicator_and_followed_to_the_next_meeting() {
        Meeting first = plan(Meetings.on(Meetings.today().minusDays(100), R4, null, null, MaterialKind.RESULTS));
        Meeting next = plan(Meetings.on(Meetings.today().plusDays(40), R4, null, null, MaterialKind.RESULTS));
        Note kept = note(secretariat(), Visibility.COUNCIL, "結果のもとになった意見です。");

        Outcome recorded = outcomes.record(
                secretariat(), first.id(), new NewOutcome(null, kept.id(), "冬の宿泊の取組を加える。", OutcomeStatus.CONTINUED));
        assertThat(Objects.requireNonNull(recorded.indicator()).no()).isEqualTo(GUESTS);

        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        assertThat(outcomes.followed(hiraizumi, next.id()))
                .filteredOn(one -> one.id().equals(recorded.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.meetingTitle()).isEqualTo(first.title());
                    assertThat(one.note()).isNull();
                    assertThat(one.mayChange()).isFalse();
                });
        assertThat(outcomes.outcome(user(DemonstrationUser.IIN), recorded.id()).note())
                .isEqualTo(kept.id());

        Outcome marked =
                outcomes.mark(secretariat(), recorded.id(), recorded.version(), OutcomeStatus.REFLECTED, "次期計画に記載した。");
        assertThat(marked.remark()).isEqualTo("次期計画に記載した。");
        assertThat(outcomes.followed(hiraizumi, next.id()))
                .extracting(Outcome::id)
                .doesNotContain(recorded.id());
        assertThat(outcomes.outcomes(hiraizumi, first.id()))
                .extracting(Outcome::status)
                .containsExactly(OutcomeStatus.REFLECTED);
        assertThatThrownBy(() -> outcomes.mark(secretariat(), recorded.id(), 1, OutcomeStatus.CONTINUED, ""))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> outcomes.record(
                        secretariat(),
                        first.id(),
                        new NewOutcome(null, NoteId.next(), "ない意見", OutcomeStatus.CONTINUED)))
                .isInstanceOf(NotFoundException.class);
        outcomes.remove(secretariat(), recorded.id(), marked.version());
        assertThat(outcomes.outcomes(hiraizumi, first.id())).isEmpty();
    }

    @Test
    void minutes_are_drafted_without_what_the_council_keeps_and_read_once_they_are_published() {
        Meeting meeting = plan(R4, MaterialKind.RESULTS);
        note(secretariat(), Visibility.COUNCIL, "議事要旨に出してはならない話です。");
        note(secretariat(), Visibility.MEMBERS, "市町まで見える意見です。");
        note(secretariat(), Visibility.PUBLIC, "公開の意見です。");
        outcomes.record(secretariat(), meeting.id(), outcome("宿泊の統計を次回示す。"));
        assertThat(minutes.minutes(secretariat(), meeting.id()).version()).isZero();

        Minutes drafted = minutes.draft(secretariat(), meeting.id(), 0);

        assertThat(drafted.text())
                .contains("# 令和5年度第2回懇談会　議事要旨", "- 議事", "公開の意見です。", "【継続検討】宿泊の統計を次回示す。")
                .contains(MinutesService.MEMBERS_ONLY + "意見（事務局）：市町まで見える意見です。")
                .doesNotContain("議事要旨に出してはならない話です。");
        Actor iin = user(DemonstrationUser.IIN);
        assertThatThrownBy(() -> minutes.minutes(iin, meeting.id())).isInstanceOf(NotFoundException.class);
        assertThat(meetings.meeting(iin, meeting.id()).minutes()).isNull();
        assertThatThrownBy(() -> minutes.draft(secretariat(), meeting.id(), 0)).isInstanceOf(StaleException.class);

        Minutes approved = minutes.approve(secretariat(), meeting.id(), drafted.version());
        assertThatThrownBy(() -> minutes.publish(secretariat(), meeting.id(), approved.version()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(MinutesService.MEMBERS_ONLY);
        assertThatThrownBy(() -> minutes.save(secretariat(), meeting.id(), approved.version(), "直した。"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("承認済");
        Minutes back = minutes.takeBack(secretariat(), meeting.id(), approved.version(), "意見を削るため");
        Minutes saved = minutes.save(secretariat(), meeting.id(), back.version(), "# 議事要旨\n\n公開の意見があった。");
        Minutes again = minutes.approve(secretariat(), meeting.id(), saved.version());
        assertThatThrownBy(() -> minutes.minutes(iin, meeting.id())).isInstanceOf(NotFoundException.class);

        minutes.publish(secretariat(), meeting.id(), again.version());

        assertThat(minutes.minutes(iin, meeting.id())).satisfies(published -> {
            assertThat(published.text()).contains("公開の意見があった。");
            assertThat(published.state()).isEqualTo(MinutesState.PUBLISHED);
            assertThat(published.rights()).isEmpty();
        });
        assertThat(meetings.meeting(iin, meeting.id()).minutes()).isEqualTo(MinutesState.PUBLISHED);
    }

    @Test
    void what_is_not_for_everybody_is_listed_before_minutes_are_approved() {
        Meeting meeting = plan(R4, MaterialKind.RESULTS);
        note(secretariat(), Visibility.COUNCIL, "二人だけで話した、目標が高すぎるという話です。");
        note(secretariat(), Visibility.MEMBERS, "市町まで見える意見です。");
        Minutes drafted = minutes.draft(secretariat(), meeting.id(), 0);
        assertThat(minutes.confidential(secretariat(), meeting.id()))
                .allSatisfy(passage -> assertThat(passage.why()).contains(MinutesService.MEMBERS_ONLY))
                .anySatisfy(passage -> assertThat(passage.words()).contains("市町まで見える意見です。"));

        Minutes quoted = minutes.save(
                secretariat(), meeting.id(), drafted.version(), "二人だけで話した、\n目標が 高すぎるという話です。\n\n## 次回\n\n特になし");

        assertThat(minutes.confidential(secretariat(), meeting.id()))
                .singleElement()
                .satisfies(passage -> assertThat(passage.why()).contains("委員と事務局だけの意見と同じ文"));
        minutes.save(secretariat(), meeting.id(), quoted.version(), "公開してよい話だけです。");
        assertThat(minutes.confidential(secretariat(), meeting.id())).isEmpty();
    }

    @Test
    void minutes_in_markdown_become_safe_html() {
        assertThat(NoteMarkup.minutesHtml(
                        "# 一\n\n## 二\n\n- 三 <script>alert(1)</script> &copy; ![x](http://x.example/y)"))
                .contains("<h2 dir=\"auto\">一</h2>", "<h3 dir=\"auto\">二</h3>", "&lt;script&gt;", "&amp;copy;")
                .doesNotContain("<img", "<script");
    }

    private List<UnaryOperator<Actor>> writes(MeetingId meeting, OutcomeId outcome) {
        return List.of(
                actor -> done(actor, meetings.plan(actor, VISION, Meetings.of(R4))),
                actor -> done(actor, meetings.change(actor, meeting, -1, Meetings.of(R4, MaterialKind.RESULTS))),
                actor -> done(actor, meetings.attendance(actor, meeting, -1, List.of())),
                actor -> done(actor, meetings.cancel(actor, meeting, -1, "理由")),
                actor -> done(actor, papers.issue(actor, meeting, Set.of())),
                actor -> done(actor, outcomes.record(actor, meeting, outcome("結果"))),
                actor -> done(actor, outcomes.mark(actor, outcome, -1, OutcomeStatus.REFLECTED, "")),
                actor -> done(actor, outcomes.reword(actor, outcome, -1, "別の文")),
                actor -> {
                    outcomes.remove(actor, outcome, -1);
                    return actor;
                },
                actor -> done(actor, minutes.draft(actor, meeting, -1)),
                actor -> done(actor, minutes.save(actor, meeting, -1, "本文")),
                actor -> done(actor, minutes.approve(actor, meeting, -1)),
                actor -> done(actor, minutes.publish(actor, meeting, -1)),
                actor -> done(actor, minutes.takeBack(actor, meeting, -1, "理由")));
    }

    private static Actor done(Actor actor, Object answer) {
        assertThat(answer).isNotNull();
        return actor;
    }

    private static NewOutcome outcome(String text) {
        return new NewOutcome(GUESTS, null, text, OutcomeStatus.CONTINUED);
    }

    private List<CommentWindow> windows() {
        return backend.bean(TenantDoor.class).read(secretariat(), () -> backend.bean(CommentWindows.class)
                .ofWithin(meetings.meetings(secretariat(), VISION).content().plan()));
    }
}
