package jp.kyosei.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements as the JDBC driver sends them, BEGIN and COMMIT left out; identification included. */
class MeetingStatementsTest {
    private static final FiscalYear YEAR = new FiscalYear(2023);
    private static final List<Integer> SIZES = List.of(3, 200);
    private static final int IDENTIFICATION_AND_CALL = 2;
    private static final Map<Integer, MeetingId> MEETINGS = new HashMap<>();

    private static RunningBackend backend;
    private static MeetingService meetings;
    private static PaperService papers;
    private static OutcomeService outcomes;

    @BeforeAll
    static void a_meeting_on_a_small_plan_and_on_a_large_one() {
        backend = RunningBackend.alone();
        meetings = backend.bean(MeetingService.class);
        papers = backend.bean(PaperService.class);
        outcomes = backend.bean(OutcomeService.class);
        for (int size : SIZES) {
            backend.bean(PlanImportService.class).apply(user(), PlansOfSize.plan(size));
            MeetingId meeting = meetings.plan(
                            user(), PlansOfSize.slug(size), Meetings.of(YEAR, MaterialKind.RESULTS, MaterialKind.NOTES))
                    .id();
            MEETINGS.put(size, meeting);
            IntStream.rangeClosed(1, size).forEach(no -> {
                backend.bean(NoteWriting.class)
                        .write(
                                user(),
                                PlansOfSize.slug(size),
                                new NewNote(
                                        new NoteTarget.Indicator(Integer.toString(no)),
                                        YEAR,
                                        NoteKind.OPINION,
                                        Visibility.MEMBERS,
                                        "意見です。"));
                outcomes.record(
                        user(), meeting, new NewOutcome(Integer.toString(no), null, "結果です。", OutcomeStatus.CONTINUED));
            });
            papers.issue(user(), meeting, Set.of());
        }
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_meeting_is_read_by_seven_statements_the_identification_included() {
        assertThat(counts(meeting -> meetings.meeting(user(), meeting))).containsExactly(7, 7);
    }

    @Test
    void papers_and_outcomes_take_as_many_statements_for_two_hundred_indicators_as_for_three() {
        assertThat(distinct(meeting -> papers.paper(user(), meeting, 1, null))).hasSize(1);
        assertThat(distinct(meeting -> papers.paper(user(), meeting, 2, null))).hasSize(1);
        assertThat(distinct(meeting -> outcomes.outcomes(user(), meeting))).hasSize(1);
        assertThat(SIZES.stream()
                        .map(size -> count(() -> meetings.meetings(user(), PlansOfSize.slug(size))))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void issuing_all_papers_takes_as_many_statements_for_two_hundred_indicators_as_for_three() {
        assertThat(distinct(meeting -> papers.issue(user(), meeting, Set.of()))).hasSize(1);
    }

    private static List<Integer> distinct(Consumer<MeetingId> call) {
        return counts(call).stream().distinct().toList();
    }

    private static List<Integer> counts(Consumer<MeetingId> call) {
        return SIZES.stream()
                .map(size -> count(() -> call.accept(Objects.requireNonNull(MEETINGS.get(size)))))
                .toList();
    }

    private static int count(Runnable call) {
        // A connection that lay idle is tested when it is next taken; that is not what a call costs.
        user();
        return SentStatements.count(call, IDENTIFICATION_AND_CALL);
    }

    private static Actor user() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
