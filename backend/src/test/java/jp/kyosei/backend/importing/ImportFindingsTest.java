package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.NarrativeOutcome;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.sheet.Workbooks;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.RefusedException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;

/** A file is asked what the entry is asked; none of it keeps it from being applied. */
class ImportFindingsTest extends ImportCase {
    private static final MunicipalityCode MINE = new MunicipalityCode("352136");
    private static final FiscalYear R5 = new FiscalYear(2023);

    @Test
    void figures_that_the_unit_cannot_count_are_pointed_out_at_their_cells() {
        ImportPreview preview = whole(brought(
                new NewImport(PLAN, "", R5, "r5.csv"), HEADER + "みねシュラン3★認定者数,人,,1.5,,,\nWi-Fi設置数,箇所,,-3,,,\n"));

        assertThat(preview.isApplicable()).isTrue();
        assertThat(preview.findings())
                .filteredOn(finding -> finding.code().equals("UNIT_DOES_NOT_FIT"))
                .extracting(finding -> "%s %s"
                        .formatted(
                                finding.weight(),
                                finding.place() == null ? "" : finding.place().name()))
                .contains("CHECK D2", "CHECK D3");
    }

    @Test
    void a_printed_rate_that_fits_the_other_direction_is_pointed_out_in_a_new_plan() {
        ImportPreview preview = whole(brought(
                PublishedFilesTest.newPlan("ごみの計画", 2023, "gomi.csv"), HEADER + "ごみの排出量,トン,520,500,400,80.0%,\n"));

        assertThat(preview.findings())
                .filteredOn(finding -> finding.code().equals("DIRECTION_DIFFERS_FROM_RECORD"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("低いほど良い", "高いほど良い", "80.0%");
    }

    @Test
    void rates_without_any_grade_are_one_remark_and_no_finding_at_each_row() {
        ImportPreview preview = preview(brought(
                PublishedFilesTest.newPlan("率だけの計画", 2023, "ritsu.csv"),
                "指標名,単位,R4実績,R5実績,R6目標,R5進捗率\n講座の受講者,人,20,25,30,83.3%\n教室の参加者,人,10,12,20,60.0%\n"));

        assertThat(preview.findings()).extracting(Finding::code).doesNotContain("GRADE_DIFFERS_FROM_RECORD");
        assertThat(preview.findings())
                .filteredOn(finding -> finding.message().contains("進捗率だけがあり"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.weight()).isEqualTo(Finding.Weight.NOTICE));
    }

    @Test
    void a_sheet_that_nobody_sees_is_named_as_left_out() {
        byte[] file = Workbooks.bytes(workbook -> {
            for (String name : List.of("一覧", "作業用")) {
                Sheet sheet = workbook.createSheet(name);
                int row = 0;
                for (String line : List.of("指標名,単位,R5実績,R6目標", "講座の受講者,人,25,30")) {
                    Row made = sheet.createRow(row++);
                    String[] cells = line.split(",", -1);
                    for (int column = 0; column < cells.length; column++) {
                        made.createCell(column).setCellValue(cells[column]);
                    }
                }
            }
            workbook.setSheetHidden(1, true);
        });
        DataImport brought =
                imports.receive(mine, "mine", PublishedFilesTest.newPlan("隠れたシートの計画", 2023, "kakureta.xlsx"), file);

        assertThat(preview(brought).findings())
                .filteredOn(finding -> finding.weight() == Finding.Weight.LEFT_OUT)
                .extracting(Finding::message)
                .containsExactly("シート「作業用」は非表示のため取り込みません。取り込むときは、再表示してから保存し直してください。");
    }

    @Test
    void an_imported_plan_is_not_turned_back_over_narratives_that_were_written_since() {
        DataImport brought =
                brought(PublishedFilesTest.newPlan("文のある計画", 2023, "bun.csv"), HEADER + "講座の受講者,人,20,25,30,,\n");
        ImportPreview preview = whole(brought);
        applying.apply(mine, brought.id(), preview.fingerprint(), "");
        String plan = brought.planSlug();
        String no = preview.changes().getFirst().no();
        assertThat(backend.bean(EntryService.class)
                        .narrate(
                                mine,
                                plan,
                                R5,
                                no,
                                MINE,
                                new NarrativeText("受講者が増えた。", "続ける。", ""),
                                Actual.NOTHING_STORED,
                                "公表に合わせるため"))
                .isInstanceOf(NarrativeOutcome.Saved.class);

        assertThatThrownBy(() -> undoing.undo(mine, brought.id()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("評価文");
        assertThat(backend.bean(EntryService.class).narrative(mine, plan, R5, no, MINE))
                .as("it is still there")
                .isPresent();
    }

    private DataImport brought(NewImport order, String csv) {
        return imports.receive(mine, "mine", order, csv.getBytes(StandardCharsets.UTF_8));
    }

    private ImportPreview whole(DataImport brought) {
        ImportPreview preview = preview(brought);
        assertThat(PublishedFilesTest.problems(preview)).isEqualTo(List.of());
        return preview;
    }
}
