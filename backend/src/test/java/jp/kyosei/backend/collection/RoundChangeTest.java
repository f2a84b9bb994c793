package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round is changed while it is open, and nothing that was entered is lost by it. */
class RoundChangeTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    private static RunningBackend backend;
    private static RoundChanging changing;

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
        changing = backend.bean(RoundChanging.class);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @BeforeEach
    void all_is_asked_again() {
        change(new RoundChange(
                "",
                null,
                null,
                List.of(new RoundChange.Crosswise(Set.of(), Set.of(ICHINOSEKI, HIRAIZUMI))),
                List.of(),
                false,
                ""));
    }

    @Test
    void what_nobody_has_answered_is_taken_out_and_asked_for_again() {
        int all = board().parts().size();
        change(indicators(Set.of("9", "10", "19")));
        assertThat(numbers()).containsExactlyInAnyOrder("9", "10", "19");
        change(towns(Set.of(HIRAIZUMI)));
        assertThat(board().parts())
                .hasSize(3)
                .allMatch(part -> part.task().municipality().equals(HIRAIZUMI));
        change(towns(Set.of(ICHINOSEKI, HIRAIZUMI)));
        assertThat(board().parts()).hasSize(6);
        all_is_asked_again();
        assertThat(board().parts()).hasSize(all);
    }

    @Test
    void what_somebody_has_answered_is_asked_about_and_its_figure_waits_until_it_is_asked_for_again() {
        enter(DemonstrationUser.HIRAIZUMI, "10", HIRAIZUMI, "4,321");
        RoundChange without = takeOut("10", HIRAIZUMI);

        assertThatExceptionOfType(AnsweredTasksException.class)
                .isThrownBy(() -> change(without))
                .withMessageContaining("No.10 平泉町")
                .satisfies(asked -> assertThat(asked.answered()).containsExactly("No.10 平泉町"));
        assertThat(part("10", HIRAIZUMI)).isPresent();

        change(without.acknowledging());
        assertThat(part("10", HIRAIZUMI)).isEmpty();
        assertThat(part("10", ICHINOSEKI)).isPresent();

        change(new RoundChange(
                null,
                null,
                null,
                List.of(new RoundChange.Crosswise(Set.of("10"), Set.of(HIRAIZUMI))),
                List.of(),
                false,
                ""));
        CollectionBoard.Part again = part("10", HIRAIZUMI).orElseThrow();
        assertThat(again.task().state()).isEqualTo(TaskState.DRAFT);
        assertThat(again.figure()).isEqualTo("4,321");
    }

    @Test
    void a_pair_that_was_taken_out_stays_out_when_something_else_is_added() {
        change(indicators(Set.of("15", "19")));
        change(takeOut("19", HIRAIZUMI));
        change(indicators(Set.of("15", "19", "2")));
        assertThat(part("19", HIRAIZUMI)).isEmpty();
        assertThat(part("2", HIRAIZUMI)).isPresent();
    }

    @Test
    void the_text_is_changed_and_the_history_says_what_was_asked_before() {
        change(new RoundChange("年度末の値を入れてください。", null, null, List.of(), List.of(), false, "照会文の誤り"));
        assertThat(board().round().instructions()).isEqualTo("年度末の値を入れてください。");
        assertThat(backend.bean(HistoryService.class)
                        .ofPlan(user(DemonstrationUser.SECRETARIAT), PLAN, null, TrailFilter.ALL, 0, 20)
                        .toString())
                .contains("CHANGE_ROUND", "照会文の誤り", "年度末の値を入れてください。");
    }

    @Test
    void nothing_left_an_unknown_number_and_a_town_that_reports_nothing_are_refused_with_the_round_as_it_was() {
        int all = board().parts().size();
        for (RoundChange wrong : List.of(
                indicators(Set.of()),
                towns(Set.of()),
                indicators(Set.of("9", "999")),
                towns(Set.of(new MunicipalityCode("352136"))),
                RoundChange.without(List.of(new RoundChange.Crosswise(Set.of(), Set.of())), true))) {
            assertThatExceptionOfType(RefusedException.class).as("%s", wrong).isThrownBy(() -> change(wrong));
        }
        assertThat(board().parts()).hasSize(all);
    }

    @Test
    void only_the_secretariat_changes_a_round_and_for_others_owners_there_is_none() {
        RoundChange change = indicators(Set.of("9"));
        for (DemonstrationUser member :
                List.of(DemonstrationUser.HIRAIZUMI, DemonstrationUser.APPROVER, DemonstrationUser.IIN)) {
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> changing.change(user(member), PLAN, R5, change));
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> changing.change(user(DemonstrationUser.MINE), PLAN, R5, change));
    }

    private static RoundChange indicators(Set<String> numbers) {
        return new RoundChange(null, numbers, null, List.of(), List.of(), true, "");
    }

    private static RoundChange towns(Set<MunicipalityCode> towns) {
        return new RoundChange(null, null, towns, List.of(), List.of(), true, "");
    }

    private static RoundChange takeOut(String no, MunicipalityCode town) {
        return RoundChange.without(List.of(new RoundChange.Crosswise(Set.of(no), Set.of(town))), false);
    }

    private static void change(RoundChange change) {
        changing.change(user(DemonstrationUser.SECRETARIAT), PLAN, R5, change);
    }

    private static CollectionBoard board() {
        return backend.bean(BoardService.class).board(user(DemonstrationUser.SECRETARIAT), PLAN, R5);
    }

    private static Set<String> numbers() {
        return board().rows().stream().map(row -> row.indicator().no()).collect(Collectors.toSet());
    }

    private static Optional<CollectionBoard.Part> part(String no, @Nullable MunicipalityCode town) {
        return board().rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .flatMap(row -> row.parts().stream())
                .filter(part -> part.task().municipality().equals(town))
                .findFirst();
    }

    private static Actor user(DemonstrationUser user) {
        return backend.user(user);
    }

    private static void enter(DemonstrationUser user, String no, MunicipalityCode town, String figure) {
        assertThat(backend.bean(EntryService.class)
                        .enter(
                                user(user),
                                PLAN,
                                R5,
                                town,
                                List.of(new CellEdit(
                                        no,
                                        new CellEdit.Typed(new TypedCell(figure, "", "")),
                                        CellEdit.ANY_VERSION,
                                        ""))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }
}
