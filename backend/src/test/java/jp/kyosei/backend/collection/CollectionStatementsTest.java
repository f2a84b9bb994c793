package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements as the JDBC driver sends them, BEGIN and COMMIT left out; identification included. */
class CollectionStatementsTest {
    private static final FiscalYear YEAR = new FiscalYear(2024);
    private static final MunicipalityCode DAISEN = new MunicipalityCode("052124");
    private static final int LARGE = 500;
    private static final int IDENTIFICATION_AND_CALL = 2;
    private static final List<Integer> SIZES = List.of(3, LARGE);

    private static RunningBackend backend;
    private static EntryService entries;
    private static CollectionService collections;
    private static TaskService tasks;
    private static BoardService boards;

    @BeforeAll
    static void a_round_of_a_small_plan_and_of_a_large_one() {
        backend = RunningBackend.alone();
        entries = backend.bean(EntryService.class);
        collections = backend.bean(CollectionService.class);
        tasks = backend.bean(TaskService.class);
        boards = backend.bean(BoardService.class);
        LocalDate due = LocalDate.now(JapanTime.ZONE).plusDays(30);
        for (int size : SIZES) {
            backend.bean(PlanImportService.class).apply(user(), PlansOfSize.plan(size));
            collections.open(user(), slug(size), new OpenRound(YEAR, due, "", Set.of(), Set.of()));
            // the first call of each kind prepares statements and begins the tasks
            enter(size, "1", 1);
        }
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void entering_a_value_takes_eleven_statements_whatever_the_number_of_indicators() {
        assertThat(SIZES.stream().map(size -> count(() -> enter(size, "1", 2))).toList())
                .containsExactly(11, 11);
    }

    @Test
    void a_block_of_twenty_waits_for_the_database_as_often_as_a_block_of_two() {
        int two = SentStatements.roundTrips(() -> enterBlock(100, 101));
        int twenty = SentStatements.roundTrips(() -> enterBlock(110, 129));

        assertThat(twenty).isEqualTo(two);
    }

    @Test
    void the_entry_sheet_and_the_board_take_as_many_for_five_hundred_indicators_as_for_three() {
        assertThat(SIZES.stream()
                        .map(size -> count(() -> entries.sheet(user(), slug(size), YEAR, DAISEN)))
                        .distinct())
                .hasSize(1);
        assertThat(SIZES.stream()
                        .map(size -> count(() -> boards.board(user(), slug(size), YEAR)))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void submitting_twenty_waits_for_the_database_as_often_as_submitting_two() {
        enterBlock(200, 201);
        enterBlock(210, 229);

        int two = SentStatements.roundTrips(() -> submit(200, 201));
        int twenty = SentStatements.roundTrips(() -> submit(210, 229));

        assertThat(twenty).isEqualTo(two);
    }

    private static void enterBlock(int first, int last) {
        assertThat(entries.enter(
                        user(),
                        slug(LARGE),
                        YEAR,
                        DAISEN,
                        IntStream.rangeClosed(first, last)
                                .mapToObj(no -> edit(Integer.toString(no), 5))
                                .toList()))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }

    private static void submit(int first, int last) {
        Set<String> nos =
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).collect(Collectors.toSet());
        assertThat(tasks.step(user(), slug(LARGE), YEAR, TaskStep.SUBMIT, new TaskSelection(nos, Set.of()), "")
                        .moved())
                .hasSize(nos.size());
    }

    private static void enter(int size, String no, int value) {
        assertThat(entries.enter(user(), slug(size), YEAR, DAISEN, List.of(edit(no, value))))
                .singleElement()
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    private static CellEdit edit(String no, int value) {
        return new CellEdit(
                no, new CellEdit.Typed(new TypedCell(Integer.toString(value), "", "")), CellEdit.ANY_VERSION, "");
    }

    private static int count(Runnable call) {
        // A connection that lay idle is tested when it is next taken; that is not what a call costs.
        user();
        return SentStatements.count(call, IDENTIFICATION_AND_CALL);
    }

    private static String slug(int size) {
        return PlansOfSize.slug(size);
    }

    private static Actor user() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
