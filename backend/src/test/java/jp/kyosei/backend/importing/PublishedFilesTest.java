package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.PublishedSheet;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.Trend;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The two published sheets, brought in as new plans without a word about their columns. */
class PublishedFilesTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportApplying applying = BACKEND.bean(ImportApplying.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);
    private final ResultsService results = BACKEND.bean(ResultsService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void the_sheet_of_mine_gives_every_published_rate_change_and_grade() throws IOException {
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        DataImport brought = imports.receive(
                mine, "mine", newPlan("美祢市の表", 2023, "results.csv"), acceptance("mine-r5-strategies-1-3.csv"));
        ImportPreview preview = previews.preview(mine, brought.id()).orElseThrow();
        assertThat(problems(preview)).isEmpty();
        assertThat(preview.indicators()).isEqualTo(56);

        applying.apply(mine, brought.id(), preview.fingerprint(), "");

        List<ResultsRow> rows =
                results.results(mine, brought.planSlug(), new FiscalYear(2023)).rows();
        List<PublishedSheet.Line> published = PublishedSheet.mine();
        assertThat(rows).hasSameSizeAs(published);
        for (int index = 0; index < rows.size(); index++) {
            ResultsRow row = rows.get(index);
            PublishedSheet.Line line = published.get(index);
            String name = line.get("name");
            assertThat(row.indicator().name()).isEqualTo(name);
            assertThat(row.evaluation().progressText()).as(name).isEqualTo(line.get("published_progress"));
            assertThat(row.evaluation().changeText()).as(name).isEqualTo(line.get("published_yoy"));
            assertThat(label(row.evaluation().grade())).as(name).isEqualTo(line.get("published_status"));
        }
        assertThat(checks(preview)).noneMatch(check -> check.contains("DIFFERS_FROM_RECORD"));
    }

    @Test
    void the_sheet_of_the_alliance_gives_every_published_grade_but_those_that_are_asked_about() throws IOException {
        Actor secretariat = BACKEND.user(DemonstrationUser.SECRETARIAT);
        DataImport brought = imports.receive(
                secretariat,
                "ichinoseki-hiraizumi",
                newPlan("圏域の表", 2022, "results.csv"),
                acceptance("ichinoseki-hiraizumi-r4.csv"));
        ImportPreview preview = previews.preview(secretariat, brought.id()).orElseThrow();
        assertThat(problems(preview)).isEmpty();
        assertThat(preview.indicators()).isEqualTo(33);

        // Figures of towns alone, 0 where nothing was held, a grade that the rule does not give, a fallen sum, and a
        // jump.
        assertThat(checks(preview))
                .contains(
                        "2 TOWNS_IN_ONE_CELL R3",
                        "2 TOWNS_IN_ONE_CELL R4",
                        "8 GRADE_DIFFERS_FROM_RECORD R1",
                        "8 GRADE_DIFFERS_FROM_RECORD R2",
                        "8 GRADE_DIFFERS_FROM_RECORD R3",
                        "17 GRADE_DIFFERS_FROM_RECORD R3",
                        "19 CUMULATIVE_FALLS R2",
                        "28 IMPLAUSIBLE_JUMP R4");
        assertThat(preview.findings())
                .filteredOn(finding -> finding.no().equals("2"))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("市町村別") && message.contains("低い方"));

        applying.apply(secretariat, brought.id(), preview.fingerprint(), "");

        Trend trend = results.trend(secretariat, brought.planSlug());
        List<String> different = new ArrayList<>();
        List<PublishedSheet.Line> published = PublishedSheet.vision();
        for (int index = 0; index < published.size(); index++) {
            for (int year = 0; year < trend.years().size(); year++) {
                String era = trend.years().get(year).shortLabel();
                String grade =
                        label(trend.rows().get(index).evaluations().get(year).grade());
                if (!grade.equals(published.get(index).get("published_grade_" + era))) {
                    different.add(published.get(index).get("no") + " " + era);
                }
            }
        }
        assertThat(different).containsExactly("8 R1", "8 R2", "8 R3", "17 R3");
    }

    @Test
    void the_paper_of_mine_is_read_with_its_section_rows_counts_page_headers_and_footnotes() {
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        DataImport brought = imports.receive(mine, "mine", newPlan("資料8", 2023, "資料8.xlsx"), PaperLayouts.mine());
        ImportPreview preview = previews.preview(mine, brought.id()).orElseThrow();
        assertThat(problems(preview)).isEmpty();
        assertThat(preview.indicators()).isEqualTo(56);
        applying.apply(mine, brought.id(), preview.fingerprint(), "");

        List<ResultsRow> rows =
                results.results(mine, brought.planSlug(), new FiscalYear(2023)).rows();
        List<PublishedSheet.Line> published = PublishedSheet.mine();
        for (int index = 0; index < rows.size(); index++) {
            ResultsRow row = rows.get(index);
            PublishedSheet.Line line = published.get(index);
            String name = line.get("name");
            assertThat(row.indicator().name()).isEqualTo(name);
            assertThat(row.indicator().kind().label()).as(name).isEqualTo(line.get("kind"));
            assertThat(row.indicator().measure().cumulative())
                    .as(name)
                    .isEqualTo(line.get("cumulative_mark").equals("yes"));
            assertThat(row.sectionPath().getLast())
                    .as(name)
                    .isEqualTo(line.get("measure").isEmpty() ? line.get("strategy") : line.get("measure"));
            assertThat(row.evaluation().progressText()).as(name).isEqualTo(line.get("published_progress"));
            assertThat(row.evaluation().changeText()).as(name).isEqualTo(line.get("published_yoy"));
            assertThat(label(row.evaluation().grade())).as(name).isEqualTo(line.get("published_status"));
        }
    }

    @Test
    void the_paper_of_the_alliance_is_read_with_its_merged_cells_and_the_words_of_both_towns() {
        Actor secretariat = BACKEND.user(DemonstrationUser.SECRETARIAT);
        // The plan is there with the same figures: of the paper only the words are new.
        DataImport brought = imports.receive(
                secretariat,
                "ichinoseki-hiraizumi",
                new NewImport("ichinoseki-hiraizumi-vision-2", "", new FiscalYear(2022), "資料No.1.xlsx"),
                PaperLayouts.vision());
        ImportPreview preview = previews.preview(secretariat, brought.id()).orElseThrow();
        assertThat(problems(preview)).isEmpty();
        assertThat(preview.indicators()).isEqualTo(33);
        assertThat(preview.changes())
                .filteredOn(change -> change.what() == PlannedChange.What.ACTUAL)
                .extracting(change ->
                        "%s %s %s".formatted(change.no(), change.fiscalYear().shortLabel(), change.after()))
                // What the paper calls 0 is stored as not held.
                .containsExactly("8 R1 0", "8 R2 0", "8 R3 0");
        assertThat(preview.changes())
                .filteredOn(change -> change.what() == PlannedChange.What.RECORD)
                .isEmpty();
        assertThat(preview.changes())
                .filteredOn(change -> change.what() == PlannedChange.What.NARRATIVE
                        && change.no().equals("2"))
                .extracting(PlannedChange::whose, PlannedChange::after)
                .containsExactlyInAnyOrder(tuple("一関市", "一関市は取り組んだ。2 ／ 続ける。"), tuple("平泉町", "平泉町も取り組んだ。 ／ 続ける。"));
    }

    static NewImport newPlan(String title, int newest, String fileName) {
        return new NewImport(null, title, new FiscalYear(newest), fileName);
    }

    static byte[] acceptance(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PublishedSheet.class.getResourceAsStream("/acceptance/" + name), name)) {
            return file.readAllBytes();
        }
    }

    static List<String> problems(ImportPreview preview) {
        return preview.findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.PROBLEM)
                .map(finding -> finding.place() + " " + finding.message())
                .toList();
    }

    private static List<String> checks(ImportPreview preview) {
        return preview.findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.CHECK)
                .map(finding -> "%s %s %s"
                        .formatted(
                                finding.no(),
                                finding.code(),
                                Objects.requireNonNull(finding.fiscalYear()).shortLabel()))
                .toList();
    }

    private static String label(@Nullable Grade grade) {
        return grade == null ? "" : grade.label();
    }
}
