package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.report.ComparisonFiles.Versions;
import jp.kyosei.backend.revision.RevisionService;
import jp.kyosei.backend.revision.comparison.ChangeReasons;
import jp.kyosei.backend.revision.comparison.Field;
import jp.kyosei.backend.revision.comparison.PlanPart;
import jp.kyosei.backend.sheet.ReadByBoth;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A drafted revision beside the version in force, as the office hands it out. */
class ComparisonFilesTest {
    private static final String STRATEGY = "mine-strategy-2";
    private static final String NO = "1-1-1-1";
    private static final String REASON = "令和5年度に目標を達成したため、目標値を引き上げる（例）。";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private static Versions both = new Versions(1, 1, false);

    private final ComparisonFiles files = BACKEND.bean(ComparisonFiles.class);

    @BeforeAll
    static void a_revision_is_drafted() {
        TenantDoor door = BACKEND.bean(TenantDoor.class);
        RevisionService revision = BACKEND.bean(RevisionService.class);
        int number = revision.draft(mine(), STRATEGY, "一部改訂の案（例）").number();
        both = new Versions(number - 1, number, false);
        PlanContent draft = door.read(mine(), () -> BACKEND.bean(PlanService.class)
                .contentWithin(mine(), STRATEGY, new VersionChoice.Numbered(number)));
        revision.spellSection(
                mine(),
                STRATEGY,
                number,
                draft.sections().getFirst().number(),
                draft.sections().getFirst().title() + "（例）",
                "例の内容。\n二行目。",
                "例");
        String indicator = "(select indicator_id from kyosei.indicator_definition where no = '%s'".formatted(NO)
                + " and plan_version_id = '%s')".formatted(draft.version().id().value());
        door.write(mine(), () -> {
            BACKEND.bean(JdbcOperations.class)
                    .prepareStatement(
                            "update kyosei.indicator_target set value = value * 2 where plan_version_id = '%s'"
                                            .formatted(draft.version().id().value())
                                    + " and indicator_id = " + indicator,
                            statement -> statement.executeUpdate());
            BACKEND.bean(ChangeReasons.class)
                    .recordWithin(
                            mine(),
                            draft.plan(),
                            draft.version(),
                            PlanPart.INDICATOR,
                            BACKEND.bean(IndicatorService.class)
                                    .indicatorsWithin(draft, List.of(NO))
                                    .getFirst()
                                    .id()
                                    .value(),
                            List.of(Field.TARGET),
                            REASON);
            return true;
        });
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void word_holds_what_differs_side_by_side_underlined_with_its_reason_and_nothing_else() throws IOException {
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(file(VersionReport.COMPARISON, ReportFormat.DOCX, both)))) {
            List<XWPFTableRow> rows = word.getTables().getFirst().getRows();
            XWPFTableRow target = rows.stream()
                    .filter(row -> row.getCell(0).getText().startsWith("目標値"))
                    .findFirst()
                    .orElseThrow();
            assertThat(target.getCell(1).getText())
                    .isNotEqualTo(target.getCell(2).getText());
            assertThat(target.getCell(3).getText()).isEqualTo(REASON);
            assertThat(target.getCell(1)
                            .getParagraphs()
                            .getFirst()
                            .getRuns()
                            .getFirst()
                            .getUnderline())
                    .isEqualTo(UnderlinePatterns.SINGLE);
            assertThat(rows.stream().filter(row -> row.getCell(0).getText().contains("【変更なし】")))
                    .isEmpty();
            assertThat(rows).hasSizeLessThan(10);
        }
    }

    @Test
    void what_does_not_differ_is_named_where_it_is_asked_for() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(
                file(VersionReport.COMPARISON, ReportFormat.DOCX, new Versions(both.before(), both.after(), true))))) {
            assertThat(word.getTables().getFirst().getRows().stream()
                            .filter(row -> row.getCell(0).getText().contains("【変更なし】")))
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void the_pdf_lies_on_its_side_and_says_it_is_a_draft() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file(VersionReport.COMPARISON, ReportFormat.PDF, both))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("新旧対照表", "策定中", "案")
                    .contains("変更2件");
        }
    }

    @Test
    void the_outline_of_changes_has_a_line_for_each_with_room_for_the_effect() throws IOException {
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(file(VersionReport.CHANGES, ReportFormat.DOCX, both)))) {
            List<XWPFTableRow> rows = word.getTables().getFirst().getRows();
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().getCell(5).getText()).isEqualTo("効果");
            assertThat(rows.getLast().getCell(1).getText()).contains(NO, "【変更】");
            assertThat(rows.getLast().getCell(3).getText()).contains(" → ");
            assertThat(rows.getLast().getCell(4).getText()).isEqualTo(REASON);
            assertThat(rows.getLast().getCell(5).getText()).isEmpty();
        }
    }

    @Test
    void workbook_and_csv_are_for_programs_too() {
        for (VersionReport report : VersionReport.values()) {
            assertThat(ReadByBoth.agree("x.xlsx", file(report, ReportFormat.XLSX, both)))
                    .isPositive();
        }
        assertThat(new String(file(VersionReport.COMPARISON, ReportFormat.CSV, both), StandardCharsets.UTF_8))
                .contains("指標,変更,%s,".formatted(NO), REASON);
    }

    @Test
    void without_versions_the_newest_is_compared_that_the_reader_may_read() {
        assertThat(files.file(mine(), STRATEGY, VersionReport.COMPARISON, ReportFormat.CSV, null)
                        .name())
                .endsWith("第%d版と第%d版.csv".formatted(both.before(), both.after()));
        Actor staff = BACKEND.user(DemonstrationUser.MINE_STAFF);
        assertThat(files.file(staff, STRATEGY, VersionReport.COMPARISON, ReportFormat.CSV, null)
                        .name())
                .doesNotContain("第%d版".formatted(both.after()));
        assertThatThrownBy(() -> files.file(staff, STRATEGY, VersionReport.COMPARISON, ReportFormat.CSV, both))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_file_takes_the_statements_of_the_comparison() {
        Actor mine = mine();
        assertThat(SentStatements.count(
                        () -> files.file(mine, STRATEGY, VersionReport.CHANGES, ReportFormat.CSV, both), 1))
                .isEqualTo(10);
    }

    private byte[] file(VersionReport report, ReportFormat format, Versions versions) {
        return files.file(mine(), STRATEGY, report, format, versions).bytes();
    }

    private static Actor mine() {
        return BACKEND.user(DemonstrationUser.MINE);
    }
}
