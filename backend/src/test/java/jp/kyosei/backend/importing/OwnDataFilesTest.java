package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.report.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheets and files for programs, brought in again. */
class OwnDataFilesTest extends OwnFilesCase {
    @ParameterizedTest
    @EnumSource
    void results_csv_comes_back_without_one_difference(Plan plan) {
        ImportPreview preview = preview(plan, "results.csv", csv(plan));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).isEmpty();
        assertThat(preview.unchanged()).isGreaterThan(20);
    }

    @Test
    void two_sheets_that_say_two_things_are_told_and_nothing_is_taken() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            seen(book, "1-1-1-1", "R5").setCellValue(409);
            record(book, "実績値", "1-1-1-1", 2023, "値").setCellValue(410);
        }));

        assertThat(PublishedFilesTest.problems(preview))
                .singleElement()
                .asString()
                .contains("「実績値」では 410", "「409」");
    }

    @Test
    void the_sheet_for_programs_may_be_changed_alone_or_in_the_same_way() throws IOException {
        ImportPreview alone =
                preview(Plan.MINE, changed(workbook(Plan.MINE), book -> record(book, "実績値", "1-1-1-1", 2023, "値")
                        .setCellValue(410)));
        assertThat(PublishedFilesTest.problems(alone)).isEmpty();
        assertThat(changes(alone)).containsExactly("1-1-1-1 R5 407 -> 410");

        ImportPreview alike = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            seen(book, "1-1-1-1", "R5").setCellValue(410);
            record(book, "実績値", "1-1-1-1", 2023, "値").setCellValue(410);
        }));
        assertThat(PublishedFilesTest.problems(alike)).isEmpty();
        assertThat(changes(alike)).containsExactly("1-1-1-1 R5 407 -> 410");
    }

    @Test
    void the_sheets_for_programs_are_known_without_the_plans_own_sheet() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            book.removeSheetAt(book.getSheetIndex("計画"));
            book.setSheetName(book.getSheetIndex(SEEN), "令和5年度");
            seen(book, "1-1-1-1", "R5").setCellValue(409);
        }));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).containsExactly("1-1-1-1 R5 407 -> 409");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void a_figure_that_is_changed_in_results_csv_is_taken_however_it_was_saved(String charset) {
        String text = new String(csv(Plan.MINE), StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = lineOf(lines, "1-1-1-1", "2023");
        lines.set(line, lines.get(line).replace(",407,", ",409,"));
        ImportPreview preview =
                preview(Plan.MINE, "results.csv", String.join("\r\n", lines).getBytes(Charset.forName(charset)));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).containsExactly("1-1-1-1 R5 407 -> 409");
    }

    @Test
    void a_total_in_results_csv_is_refused_with_a_word_and_lost_zeros_and_days_for_numbers_do_no_harm() {
        String text = new String(csv(Plan.JOINT), StandardCharsets.UTF_8);
        String spoilt = text.replace(",034029,", ",34029,").replace(",032093,", ",32093,");
        ImportPreview lost = preview(Plan.JOINT, "results.csv", spoilt.getBytes(StandardCharsets.UTF_8));
        assertThat(PublishedFilesTest.problems(lost)).isEmpty();
        assertThat(changes(lost)).isEmpty();

        List<String> lines = new ArrayList<>(text.lines().toList());
        int total = lines.indexOf(lines.stream()
                .filter(line -> line.contains(",集計,") && line.contains(",2022,"))
                .findFirst()
                .orElseThrow());
        String[] cells = lines.get(total).split(",", -1);
        int value = Arrays.asList(lines.getFirst().split(",", -1)).indexOf("値");
        cells[value] = cells[value] + "7";
        lines.set(total, String.join(",", cells));
        ImportPreview changed =
                preview(Plan.JOINT, "results.csv", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
        assertThat(PublishedFilesTest.problems(changed))
                .singleElement()
                .asString()
                .contains("市町村の値から計算する値");
    }

    @Test
    void results_csv_makes_no_new_plan_and_says_what_does() {
        DataImport brought = imports.receive(
                BACKEND.user(DemonstrationUser.MINE),
                "mine",
                PublishedFilesTest.newPlan("CSVの計画", 2023, "results.csv"),
                csv(Plan.MINE));
        ImportPreview preview = previews.preview(BACKEND.user(DemonstrationUser.MINE), brought.id())
                .orElseThrow();
        assertThat(PublishedFilesTest.problems(preview)).anyMatch(problem -> problem.contains("results.xlsx を選んで"));
        imports.cancel(BACKEND.user(DemonstrationUser.MINE), brought.id());
    }

    private static int lineOf(List<String> lines, String no, String year) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(no + ",") && line.contains("," + year + ","))
                .findFirst()
                .orElseThrow());
    }

    private static byte[] csv(Plan plan) {
        return report(plan, ReportFormat.CSV);
    }
}
