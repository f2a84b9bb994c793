package jp.kyosei.backend.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.unit.UnitName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a cell in place of a figure is kept as the reason why there is none, with its words. */
class CodedReasonsTest {
    private final FigureCells cells = new FigureCells(Map.of(), new FiscalYear(2023));

    @ParameterizedTest
    @CsvSource({
        "R6.3公表予定, NOT_PUBLISHED, R6.3公表予定",
        "令和6年12月公表予定, NOT_PUBLISHED, 令和6年12月公表予定",
        "公表待ち, NOT_PUBLISHED, 公表待ち",
        "未定, OTHER, 未定",
        "なし, OTHER, なし",
        "皆増, OTHER, 皆増",
        "皆減, OTHER, 皆減",
        "設置済, OTHER, 設置済",
        "整備済み, OTHER, 整備済み",
        "検討中, OTHER, 検討中",
        "対象外, OTHER, 対象外",
        "集計待ち, OTHER, 集計待ち"
    })
    void a_word_in_place_of_a_figure_is_a_reason(String text, MissingReason reason, String words) {
        assertThat(read(text)).isInstanceOfSatisfying(TypedFigure.NoFigure.class, none -> assertThat(none.missing())
                .isEqualTo(new Observed.Missing(reason, words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"担当課に聞いてから入力すること（別紙の表のとおり）", "約千人ほど", "前年並み"})
    void other_words_are_asked_about(String text) {
        assertThat(read(text)).isInstanceOf(TypedFigure.NotUnderstood.class);
    }

    private TypedFigure read(String text) {
        CellReading reading = cells.read(new LineCell(new CellPlace("表", 1, 1), text, null), UnitName.of("人"));
        assertThat(reading).isInstanceOf(CellReading.One.class);
        return ((CellReading.One) reading).figure();
    }
}
