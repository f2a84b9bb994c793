package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.entry.NarrativeOutcome;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** Figures and words typed one by one and in blocks, and asked about. */
class FiguresEnteredTest extends CollectionCase {
    @Test
    void the_later_of_two_is_told_what_the_other_has_stored() {
        long version = entries.cell(hiraizumi(), PLAN, "15", R5, HIRAIZUMI).version();
        EntryOutcome first = enter(hiraizumi(), "15", HIRAIZUMI, new TypedCell("3", "", ""), version, "");
        EntryOutcome second = enter(secretariat(), "15", HIRAIZUMI, new TypedCell("4", "", ""), version, "");

        assertThat(first).isInstanceOf(EntryOutcome.Saved.class);
        assertThat(second).isInstanceOfSatisfying(EntryOutcome.Conflict.class, conflict -> {
            assertThat(conflict.row().figure()).isEqualTo("3");
            assertThat(conflict.row().stored()).extracting(Actual::enteredBy).isEqualTo("平泉町 観光商工課 担当");
        });
        assertThat(enter(
                        secretariat(),
                        "15",
                        HIRAIZUMI,
                        new TypedCell("4", "", ""),
                        second.row().version(),
                        ""))
                .isInstanceOf(EntryOutcome.Saved.class);
        assertThat(changes(HIRAIZUMI, "15"))
                .extracting(AuditEntry::after)
                .containsExactly("{\"value\": 4}", "{\"value\": 3}");
    }

    @Test
    void a_cleared_cell_is_empty_again_and_an_old_version_never_fits_it() {
        EntryOutcome filled = enter(hiraizumi(), "19", HIRAIZUMI, "7");
        enter(hiraizumi(), "19", HIRAIZUMI, TypedCell.EMPTY, filled.row().version(), "");
        assertThat(entries.cell(hiraizumi(), PLAN, "19", R5, HIRAIZUMI).version())
                .isEqualTo(Actual.NOTHING_STORED);
        enter(hiraizumi(), "19", HIRAIZUMI, "8");

        assertThat(enter(
                        hiraizumi(),
                        "19",
                        HIRAIZUMI,
                        new TypedCell("9", "", ""),
                        filled.row().version(),
                        ""))
                .isInstanceOf(EntryOutcome.Conflict.class);
    }

    @Test
    void a_town_that_has_entered_nothing_cannot_submit_and_a_town_without_a_figure_gives_the_reason() {
        assertThat(step(secretariat(), TaskStep.SUBMIT, "30", HIRAIZUMI, "").refused())
                .hasSize(1);
        EntryOutcome outcome = enter(ichinoseki(), "12", ICHINOSEKI, "中止");
        // 12 は農政課の担当
        assertThat(outcome).isInstanceOf(EntryOutcome.Locked.class);
        assertThat(enter(secretariat(), "12", ICHINOSEKI, "コロナのため中止"))
                .isInstanceOfSatisfying(
                        EntryOutcome.Saved.class,
                        saved -> assertThat(saved.row().figure()).isEqualTo("中止"));
        assertThat(step(secretariat(), TaskStep.SUBMIT, "12", ICHINOSEKI, "").moved())
                .hasSize(1);
    }

    @Test
    void a_check_asks_and_the_word_of_the_person_stays_until_another_figure_is_entered() {
        entries.enter(
                secretariat(),
                PLAN,
                R4,
                ICHINOSEKI,
                List.of(edit("23", new TypedCell("3", "", ""), CellEdit.ANY_VERSION, "訂正")));
        EntryOutcome zero = enter(secretariat(), "23", ICHINOSEKI, "0");
        assertThat(zero.row().findings())
                .extracting(finding -> finding.check().code())
                .containsExactly(CheckCode.ZERO_MAY_MEAN_MISSING);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> entries.confirmCheck(
                        secretariat(), PLAN, R5, "23", ICHINOSEKI, CheckCode.ZERO_MAY_MEAN_MISSING, ""));
        entries.confirmCheck(secretariat(), PLAN, R5, "23", ICHINOSEKI, CheckCode.ZERO_MAY_MEAN_MISSING, "大会の誘致がなかった");

        assertThat(entries.cell(secretariat(), PLAN, "23", R5, ICHINOSEKI).findings())
                .extracting(CheckedFinding::confirmation)
                .extracting(confirmation -> confirmation == null ? "" : confirmation.reason())
                .containsExactly("大会の誘致がなかった");

        enter(secretariat(), "23", ICHINOSEKI, "4");
        EntryOutcome zeroAgain = enter(secretariat(), "23", ICHINOSEKI, "0");
        assertThat(zeroAgain.row().findings())
                .extracting(CheckedFinding::confirmation)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(entries.cell(secretariat(), PLAN, "23", R5, ICHINOSEKI).findings())
                .extracting(CheckedFinding::confirmation)
                .containsOnlyNulls()
                .hasSize(1);
    }

    @Test
    void a_narrative_is_written_beside_last_years_and_two_writers_do_not_lose_each_others_words() {
        NarrativeText text = new NarrativeText("宿泊者が増えた。", "周遊を促す。", "観光誘客事業\n二次交通整備事業");
        NarrativeOutcome first =
                entries.narrate(hiraizumi(), PLAN, R5, "15", HIRAIZUMI, text, Actual.NOTHING_STORED, "");
        NarrativeOutcome second = entries.narrate(
                secretariat(), PLAN, R5, "15", HIRAIZUMI, new NarrativeText("別の文", "", ""), Actual.NOTHING_STORED, "");

        assertThat(first).isInstanceOfSatisfying(NarrativeOutcome.Saved.class, saved -> assertThat(saved.narrative())
                .extracting(Narrative::text)
                .isEqualTo(text));
        assertThat(second)
                .isInstanceOfSatisfying(NarrativeOutcome.Conflict.class, conflict -> assertThat(conflict.narrative())
                        .extracting(Narrative::writtenBy)
                        .isEqualTo("平泉町 観光商工課 担当"));
        EntrySheet sheet = entries.sheet(hiraizumi(), PLAN, R5, HIRAIZUMI);
        assertThat(sheet.narratives())
                .anySatisfy(narrative -> assertThat(narrative.fiscalYear()).isEqualTo(R4));
    }

    @Test
    void a_block_is_stored_together_and_each_row_has_its_own_answer() {
        List<EntryOutcome> outcomes = entries.enter(
                secretariat(),
                PLAN,
                R5,
                HIRAIZUMI,
                List.of(
                        edit("5", new TypedCell("１,２３４", "", ""), 0, ""),
                        edit("7", new TypedCell("たくさん", "", ""), 0, ""),
                        edit("20", new TypedCell("12", "", ""), 99, ""),
                        edit("5", new TypedCell("2", "", ""), 0, "")));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Saved", "NotUnderstood", "Conflict", "NotUnderstood");
        assertThat(entries.cell(secretariat(), PLAN, "5", R5, HIRAIZUMI).figure())
                .isEqualTo("1,234");
    }
}
