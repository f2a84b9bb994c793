package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Corrections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said of a column helps with the next edition of the same table, and does no harm to any other. */
class ImportMemoryTest {
    private static final RunningBackend BACKEND = RunningBackend.get();

    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);
    private final ImportApplying applying = BACKEND.bean(ImportApplying.class);
    private final ImportUndoing undoing = BACKEND.bean(ImportUndoing.class);
    private final Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
    private final List<DataImport> brought = new ArrayList<>();

    @AfterEach
    void everything_brought_in_is_stopped_again() {
        brought.forEach(each -> imports.cancel(daisen, each.id()));
    }

    @Test
    void one_word_about_one_bare_year_makes_no_targets_of_the_years_of_another_table() {
        said("指標名,単位,現状値(H22),H25,平成32年\n甲,人,10,11,20\n", 4, ColumnKind.TARGET);

        ImportPreview other = preview(receive("指標名,単位,現状値（R1）,R2,R3,R4,目標値(R6)\n甲,人,9,10,11,12,20\n"));

        assertThat(kinds(other, 3, 4, 5)).containsOnly(ColumnKind.ACTUAL);
        assertThat(other.recalled()).isEmpty();
    }

    @Test
    void one_word_about_one_year_is_about_no_other_year_of_the_same_table() {
        said("指標名,単位,現状値（H28）,H29,H30,R2\n甲,人,10,11,12,20\n", 5, ColumnKind.TARGET);

        ImportPreview next = preview(receive("指標名,単位,現状値（H28）,H29,H30,R1\n甲,人,10,11,12,13\n"));
        assertThat(kinds(next, 3, 4, 5)).containsOnly(ColumnKind.ACTUAL);

        ImportPreview same = preview(receive("指標名,単位,現状値（H28）,H29,H30,R2\n乙,人,10,11,12,20\n"));
        assertThat(kinds(same, 3, 4)).containsOnly(ColumnKind.ACTUAL);
        assertThat(kinds(same, 5)).containsOnly(ColumnKind.TARGET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "指標名,単位,現状値（R1）,とりまとめ\n甲,人,1,5\n",
                "指標名,単位,とりまとめ\n甲,人,5\n",
                "番号,指標名,単位,とりまとめ,備考\n1,甲,人,5,\n",
                "指標名,とりまとめ,単位\n甲,5,人\n",
            })
    void the_same_words_in_another_table_are_asked_anew(String other) {
        said("指標名,単位,とりまとめ,備考\n甲,人,5,\n", 2, ColumnKind.ACTUAL);

        assertThat(preview(receive(other)).recalled()).isEmpty();
    }

    @Test
    void the_next_edition_of_the_same_table_is_read_as_was_said_and_the_page_tells_so() {
        DataImport first = said("指標名,単位,R3実績,R4とりまとめ,備考\n甲,人,4,5,\n", 3, ColumnKind.ACTUAL);

        ImportPreview next = preview(receive("指標名,単位,R3実績,R4実績,R5とりまとめ,備考\n甲,人,4,5,6,\n"));

        assertThat(kinds(next, 4)).containsOnly(ColumnKind.ACTUAL);
        assertThat(next.recalled()).singleElement().satisfies(recalled -> {
            assertThat(recalled.index()).isEqualTo(4);
            assertThat(recalled.remembered().label()).isEqualTo("R4とりまとめ");
            assertThat(recalled.remembered().fileName()).isEqualTo(first.fileName());
        });
    }

    @Test
    void two_columns_that_cannot_be_told_apart_are_not_remembered() {
        said("指標名,単位,値,値,値,値\n甲,人,1,2,3,4\n", 3, ColumnKind.ACTUAL);

        assertThat(preview(receive("指標名,単位,値,値,値,値\n甲,人,1,2,3,4\n")).recalled()).isEmpty();
    }

    @Test
    void what_was_said_goes_with_the_import_that_is_stopped() {
        String file = "指標名,単位,やめた表の値\n甲,人,5\n";
        DataImport first = said(file, 2, ColumnKind.ACTUAL);
        assertThat(preview(receive(file)).recalled()).hasSize(1);

        imports.cancel(daisen, first.id());
        brought.remove(first);

        assertThat(preview(receive(file)).recalled()).isEmpty();
    }

    @Test
    void what_was_said_goes_with_the_import_that_is_turned_back_and_what_was_said_before_counts_again() {
        String file = "分野,指標名,単位,R4実績,取り消す表の値,目標値（R6）\n観光,入込客数,人,5,6,20\n";
        said(file, 4, ColumnKind.IGNORED);
        DataImport second = said(file, 4, ColumnKind.BASELINE);
        assertThat(kinds(preview(receive(file)), 4)).containsOnly(ColumnKind.BASELINE);

        applying.apply(daisen, second.id(), null, "");
        undoing.undo(daisen, second.id());
        brought.remove(second);

        ImportPreview after = preview(receive(file));
        assertThat(kinds(after, 4)).containsOnly(ColumnKind.IGNORED);
        assertThat(after.recalled()).hasSize(1);
    }

    @Test
    void it_is_forgotten_when_somebody_says_so_and_by_nobody_else() {
        String file = "指標名,単位,忘れる表の値\n甲,人,5\n";
        said(file, 2, ColumnKind.ACTUAL);
        DataImport next = receive(file);
        String key = preview(next).recalled().getFirst().remembered().key();

        assertThatThrownBy(() -> previews.forget(BACKEND.user(DemonstrationUser.MINE), next.id(), key))
                .isInstanceOf(NotFoundException.class);
        previews.forget(daisen, next.id(), key);

        assertThat(preview(next).recalled()).isEmpty();
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(daisen, "daisen", TrailFilter.ALL, 0, 20)
                        .entries())
                .filteredOn(entry -> entry.action().equals("FORGET_READING"))
                .first()
                .satisfies(entry -> assertThat(entry.toString()).contains("忘れる表の値"));
        assertThat(kinds(preview(next), 2)).containsOnly(ColumnKind.IGNORED);
        assertThatThrownBy(() -> previews.forget(daisen, next.id(), key)).isInstanceOf(NotFoundException.class);
    }

    private DataImport said(String csv, int column, ColumnKind kind) {
        DataImport received = receive(csv);
        DataImport corrected = previews.correct(
                daisen,
                received.id(),
                received.version(),
                Corrections.ofColumns(Map.of("", Map.of(column, ColumnMeaning.of(kind)))));
        brought.replaceAll(each -> each.id().equals(corrected.id()) ? corrected : each);
        return corrected;
    }

    private DataImport receive(String csv) {
        DataImport received = imports.receive(
                daisen,
                "daisen",
                PublishedFilesTest.newPlan("覚える計画", 2022, "表.csv"),
                csv.getBytes(StandardCharsets.UTF_8));
        brought.add(received);
        return received;
    }

    private ImportPreview preview(DataImport of) {
        return previews.preview(daisen, of.id()).orElseThrow();
    }

    private static List<ColumnKind> kinds(ImportPreview preview, Integer... columns) {
        return preview.sheets().getFirst().columns().stream()
                .filter(column -> List.of(columns).contains(column.index()))
                .map(column -> column.meaning().kind())
                .toList();
    }
}
