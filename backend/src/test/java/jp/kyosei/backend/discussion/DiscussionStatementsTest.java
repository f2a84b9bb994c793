package jp.kyosei.backend.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiscussionStatementsTest {
    private static final List<Integer> SIZES = List.of(3, 200);
    private static final FiscalYear YEAR = new FiscalYear(2023);

    private static final int IDENTIFICATION_AND_CALL = 2;

    private static RunningBackend backend;
    private static NoteReading discussion;
    private static NoteWriting writing;
    private static ReadingService readings;

    @BeforeAll
    static void a_note_on_every_indicator_of_a_small_plan_and_of_a_large_one() {
        backend = RunningBackend.alone();
        discussion = backend.bean(NoteReading.class);
        writing = backend.bean(NoteWriting.class);
        readings = backend.bean(ReadingService.class);
        for (int size : SIZES) {
            backend.bean(PlanImportService.class).apply(user(), PlansOfSize.plan(size));
            IntStream.rangeClosed(1, size).forEach(no -> {
                Note note = write(size, Integer.toString(no));
                writing.reply(user(), note.id(), "返信です。", true);
            });
            readings.list(user(), PlansOfSize.slug(size), YEAR);
        }
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void the_notes_of_an_indicator_take_a_fixed_number_of_statements() {
        assertThat(counts(size -> discussion.pad(user(), PlansOfSize.slug(size), new NoteTarget.Indicator("1"), YEAR)))
                .containsExactly(9, 9);
    }

    @Test
    void all_notes_of_a_plan_take_as_many_statements_for_two_hundred_as_for_three() {
        assertThat(counts(size -> discussion.overview(user(), PlansOfSize.slug(size), YEAR)))
                .containsExactly(9, 9);
    }

    @Test
    void writing_a_note_and_reading_the_list_take_a_fixed_number() {
        assertThat(counts(size -> write(size, "2")).stream().distinct()).hasSize(1);
        assertThat(counts(size -> readings.list(user(), PlansOfSize.slug(size), YEAR)).stream()
                        .distinct())
                .hasSize(1);
    }

    private static Note write(int size, String no) {
        return writing.write(
                user(),
                PlansOfSize.slug(size),
                new NewNote(new NoteTarget.Indicator(no), YEAR, NoteKind.OPINION, Visibility.MEMBERS, "意見です。"));
    }

    private interface Call {
        void of(int size);
    }

    private static List<Integer> counts(Call call) {
        return SIZES.stream()
                .map(size -> {
                    // A connection that lay idle is tested when it is next taken; that is not what a call costs.
                    user();
                    return SentStatements.count(() -> call.of(size), IDENTIFICATION_AND_CALL);
                })
                .toList();
    }

    private static Actor user() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
