package jp.kyosei.backend.understanding;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/** Says by the words of a header what its column holds. */
public final class HeaderWords {
    private static final Pattern CIRCLED = Pattern.compile("[①-⑳⓪㉑-㊿]");
    private static final Pattern YEAR =
            Pattern.compile("(?<![a-z])(?:令和|平成|昭和|[rhs]\\.?)(?:元|[0-9]{1,2})(?![0-9])(?:年度?)?"
                    + "|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])(?:年度?)?");
    /** What papers put beside a year: the letters a to z of their formulas, brackets, marks. */
    private static final Pattern TRIMMINGS = Pattern.compile("[()\\[\\]【】、,.・:：_-]|年度|(?<![a-z])[a-z](?![a-z])");

    private static final Pattern COUNT = Pattern.compile("目標達成|改善|現状維持|未達成|合計|件数|指標数");
    private static final List<Word> WORDS = List.of(
            new Word(ColumnKind.NO, "^(?:no\\.?|№|#|番号|指標番号|整理番号|通し番号|コード|指標コード|kpi番号)$", ""),
            new Word(
                    ColumnKind.INDICATOR, "指標|^kpi|^項目$|^項目名|^name$|indicator|^数値目標$", "目標値|実績|現状|区分|種別|番号|数$|達成率|進捗率"),
            new Word(ColumnKind.UNIT, "^(?:単位|unit)$", ""),
            new Word(ColumnKind.CUMULATIVE, "累計|cumulative|※印", "値"),
            new Word(ColumnKind.KIND, "^(?:種別|種類|kind|指標区分|指標種別|区分)$", ""),
            new Word(ColumnKind.RATE, "進捗率|達成率|進捗度|進捗割合|progress|rate$", ""),
            new Word(ColumnKind.CHANGE, "対前年|前年比|前年度比|前年差|増減|yoy|change", ""),
            new Word(ColumnKind.NARRATIVE, "進捗状況|成果|今後の取組|評価文|評価理由|評価内容|取組状況|narrative|comment", ""),
            new Word(ColumnKind.INITIATIVES, "事業名|具体的な取組|主な取組|取組内容|関連事業|^取組$|initiative", ""),
            new Word(ColumnKind.GRADE, "達成度|達成状況|状況|評価|判定|grade|status|ランク", ""),
            new Word(
                    ColumnKind.SECTION,
                    "分野|施策|戦略|方針|政策|体系|柱|パッケージ|基本目標|strategy|field|measure|category|section|大項目|中項目|小項目",
                    "値"),
            new Word(ColumnKind.BASELINE, "現状|基準値|基準年|当初値|策定時|baseline", ""),
            new Word(ColumnKind.TARGET, "目標|target|計画値", ""),
            new Word(ColumnKind.ACTUAL, "実績|actual", ""));

    private record Word(
            ColumnKind kind, Pattern wanted, @Nullable Pattern unwanted) {
        Word(ColumnKind kind, String wanted, String unwanted) {
            this(kind, Pattern.compile(wanted), unwanted.isEmpty() ? null : Pattern.compile(unwanted));
        }

        boolean fits(String label) {
            return wanted.matcher(label).find()
                    && (unwanted == null || !unwanted.matcher(label).find());
        }
    }

    private HeaderWords() {}

    /** What a column under that label holds; {@link ColumnKind#IGNORED} where the words say nothing. */
    public static ColumnMeaning meaning(String label) {
        String folded = folded(label);
        FiscalYear year = year(folded).orElse(null);
        String words = YEAR.matcher(folded).replaceAll("");
        if (isCount(label)) {
            return ColumnMeaning.IGNORED;
        }
        for (Word word : WORDS) {
            if (word.fits(words)) {
                return new ColumnMeaning(word.kind(), word.kind().isOfYear() ? year : null);
            }
        }
        return year != null && isBareYear(label) ? new ColumnMeaning(ColumnKind.ACTUAL, year) : ColumnMeaning.IGNORED;
    }

    /** Whether a label names nothing but a year, as {@code R4} does. */
    public static boolean isBareYear(String label) {
        String folded = folded(label);
        return year(folded).isPresent()
                && TRIMMINGS
                        .matcher(YEAR.matcher(folded).replaceAll(""))
                        .replaceAll("")
                        .isEmpty();
    }

    /** Whether a label belongs to a table of counts per grade, which stands above results in some papers. */
    public static boolean isCount(String label) {
        String folded = folded(label);
        return COUNT.matcher(folded).find() && year(folded).isEmpty();
    }

    /** The fiscal year that a label names, whatever else it says. */
    public static Optional<FiscalYear> yearIn(String label) {
        return year(folded(label));
    }

    private static Optional<FiscalYear> year(String folded) {
        Matcher matcher = YEAR.matcher(folded);
        return matcher.find() ? FiscalYear.parse(matcher.group()) : Optional.empty();
    }

    private static String folded(String label) {
        return Normalizer.normalize(CIRCLED.matcher(label).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
