package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.reading.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says that cannot be taken is named at its cell. */
class ImportProblemsTest extends ImportCase {
    @Test
    void a_cell_that_no_text_fits_is_named_and_one_that_only_looks_odd_is_taken() {
        String narratives = "指標名,単位,R5実績,R5評価文\n";
        DataImport brought = receive(narratives
                + "三洞入洞者数,千人,408,短い文\u200B\n"
                + "Wi-Fi設置数,箇所,18,\"" + "長い文です。".repeat(700) + "\"\n"
                + "\uFEFFか\u3099いこく人" + "名".repeat(501) + ",人,1,文\n");

        List<Finding> problems = preview(brought).findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.PROBLEM)
                .toList();

        assertThat(problems)
                .filteredOn(problem -> problem.message().contains("評価文"))
                .extracting(problem -> Objects.requireNonNull(problem.place()).name())
                .containsExactly("D3");
        assertThat(problems).extracting(Finding::message).anySatisfy(message -> assertThat(message)
                .contains("4,000 字まで", "4,200 字"));
        assertThat(problems)
                .filteredOn(problem -> problem.message().contains("500 字まで"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place())
                        .isNotNull()
                        .extracting(place -> place.name())
                        .isEqualTo("A4"));
        assertThat(preview(brought).changes())
                .filteredOn(change -> change.what() == PlannedChange.What.NARRATIVE
                        && change.no().equals("1-1-1-1"))
                .allSatisfy(change -> assertThat(change.after()).doesNotContain("\u200B"));
        assertThatThrownBy(() -> applying.apply(mine, brought.id(), null, "確報"))
                .isInstanceOfSatisfying(ImportRefusedException.class, refused -> assertThat(refused.problems())
                        .anySatisfy(problem -> assertThat(problem.place()).endsWith("D3")));
    }

    @Test
    void a_target_in_words_is_left_out_with_a_word_and_keeps_nothing_else_from_being_taken() {
        DataImport brought = receive(HEADER + "三洞入洞者数,千人,,410,約束,,\n");
        ImportPreview preview = preview(brought);
        assertThat(preview.isApplicable()).isTrue();
        assertThat(preview.changes()).singleElement().satisfies(change -> assertThat(change.after())
                .isEqualTo("410"));
        assertThat(preview.findings())
                .filteredOn(finding -> finding.weight() == Finding.Weight.LEFT_OUT)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Objects.requireNonNull(finding.place()).name()).isEqualTo("E2");
                    assertThat(finding.message()).contains("目標値「約束」");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what stands in the file | at which cell | what is said of it
                "三洞入洞者数,人,,408,,,|B2|単位「人」が計画の単位「千人」と違います",
                "三洞入洞者数,千人,,四百八,,,|D2|数値か理由として読み取れません",
                "三洞入洞者数,千人,,408万,,,|D2|「万」「千」などは使わず",
                "三洞入洞者数,千人,,1.234.5,,,|D2|小数点の位置が正しくない",
                "三洞入洞者数,千人,,408(R7),,,|D2|それより後のR7の値",
                "三洞入洞者数,千人,,#REF!,,,|D2|Excelのエラー値",
                "三洞入洞者数,千人,,10〜20,,,|D2|数値が2つ以上",
                "三洞入洞者数,千人,,5/0,,,|D2|分母が0",
                "鍾乳洞の数,本,,408,,,|A2|計画に「鍾乳洞の数」という指標がありません",
                ",千人,,408,,,|A2|指標名が空欄",
            })
    void what_cannot_be_taken_is_named_at_its_cell(String line, String cell, String message) {
        DataImport brought = receive(HEADER + line + "\n");
        assertThat(preview(brought).findings())
                .filteredOn(finding -> finding.weight() == Finding.Weight.PROBLEM)
                .anySatisfy(finding -> {
                    assertThat(Objects.requireNonNull(finding.place()).name()).isEqualTo(cell);
                    assertThat(finding.message()).contains(message);
                });
        assertThatThrownBy(() -> applying.apply(mine, brought.id(), null, "理由"))
                .isInstanceOfSatisfying(ImportRefusedException.class, refused -> assertThat(refused.problems())
                        .isNotEmpty());
        assertThat(figure("1-1-1-1", 2023)).isEqualTo("407");
    }

    @Test
    void the_same_indicator_twice_columns_of_the_same_year_and_a_year_too_new_are_named_at_once() {
        DataImport brought = receive("指標名,単位,R5実績,R5実績,R7実績\n三洞入洞者数,千人,408,409,410\n三洞入洞者数,千人,408,,\n");
        assertThat(PublishedFilesTest.problems(preview(brought)))
                .anyMatch(problem -> problem.contains("2つあります") && problem.contains("R5"))
                .anyMatch(problem -> problem.contains("R7の実績値がありますが"))
                .anyMatch(problem -> problem.contains("A2") && problem.contains("1行"));
    }
}
