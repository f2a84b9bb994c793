package jp.kyosei.backend.understanding.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.heading.Heading;
import jp.kyosei.backend.understanding.heading.HeadingReader;
import jp.kyosei.backend.understanding.heading.HeadingReading;
import jp.kyosei.backend.understanding.year.YearReading;
import jp.kyosei.backend.understanding.year.YearWords;
import org.jspecify.annotations.Nullable;

/** Says of single cells, whatever stands around them, whether they are words of heads; remembers what it has read. */
final class HeadSense {
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ROW_WORD = 14;
    private static final int LONGEST_BESIDE = 2;
    /** A figure in a text file, where every cell is text. */
    private static final Pattern FIGURE = Pattern.compile("[-+△▲−]?\\s*[0-9０-９][0-9０-９,.，．]*[%％]?(?:\\s*[(（].*[)）])?");

    private static final Pattern PLAIN_WORD = Pattern.compile("(?:数|指標|KPI)?値|数値|数|値|データ|人数|件数|計数");

    private static final Pattern TRIMMINGS =
            Pattern.compile("[()\\[\\]【】、,.・:：_*=~⇒→÷/-]|年度?|(?<![a-z])[a-z](?![a-z])|末|時点|現在|分");

    /** What stands around the year in such a line. */
    private static final Pattern CAPTION =
            Pattern.compile("^[■□●○◆◇▼▽◎・\\s]+|[\\s　]*(?:の|における)?(?:実績|進捗|達成)(?:状況|値|一覧)?(?:について)?$");

    /** What a formula row under a header holds: a, f/z, f-e. */
    private static final Pattern FORMULA =
            Pattern.compile("[(（]?[A-Za-zａ-ｚ](?:\\s*[-/⇒→÷−]\\s*[A-Za-zａ-ｚ])?.{0,4}[)）]?");

    private final HeadingReader reader;
    private final YearWords years;
    private final Map<String, HeadingReading> known = new HashMap<>();

    HeadSense(FiscalYear newest) {
        this.reader = new HeadingReader(newest);
        this.years = new YearWords(newest, List.of());
    }

    HeadingReader reader() {
        return reader;
    }

    /** A text by itself. */
    HeadingReading alone(String text) {
        return known.computeIfAbsent(text, words -> reader.read(Heading.of(words, List.of()), List.of()));
    }

    /** What a short text says that may stand in a head; {@link ColumnKind#IGNORED} where it says nothing for certain. */
    ColumnKind kind(String text) {
        if (text.length() > LONGEST_LABEL) {
            return ColumnKind.IGNORED;
        }
        if (isBareYear(text)) {
            return ColumnKind.ACTUAL;
        }
        HeadingReading reading = alone(text);
        return reading.isAsked() ? ColumnKind.IGNORED : reading.meaning().kind();
    }

    /** Whether a short text names figures that are others than the indicator's: money, half a year, one gender. */
    boolean isAside(String text) {
        return text.length() <= LONGEST_LABEL && alone(text).isLeftOut();
    }

    boolean isHead(String text) {
        return kind(text) != ColumnKind.IGNORED;
    }

    /** Whether a text names a kind of figure or of evaluation, or a year. */
    boolean isFigureHead(String text) {
        ColumnKind kind = kind(text);
        return kind.holdsFigures() || kind.isPublished();
    }

    /** Whether a row's label says only that it holds figures, and not which. */
    static boolean isPlainWord(String text) {
        return PLAIN_WORD.matcher(text.strip()).matches();
    }

    /** The year that a text names, spans by their last; none where it names none. */
    @Nullable
    FiscalYear year(String text) {
        return text.length() > LONGEST_LABEL
                ? null
                : years.in(YearWords.folded(text)).stream()
                        .map(YearReading::last)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a row's label says what the figures of the row are: 目標, 実績, 達成率. */
    boolean isRowWord(String text) {
        return text.strip().length() <= LONGEST_ROW_WORD
                && !isPlainWord(text)
                && !isBareYear(text)
                && isFigureHead(text.strip())
                // 経常収支比率 is the name of an indicator, 計画比 is none.
                && reader.besideWords(text).length() <= LONGEST_BESIDE;
    }

    /** Whether a label names a year, whatever else it says. */
    boolean namesYear(String text) {
        return text.length() <= LONGEST_LABEL
                && !years.in(YearWords.folded(text)).isEmpty();
    }

    /** Whether a label names nothing but a year, as {@code R4} does. */
    boolean isBareYear(String label) {
        if (label.length() > LONGEST_LABEL) {
            return false;
        }
        String folded = YearWords.folded(label);
        String rest = years.without(folded);
        return rest.contains("□")
                && TRIMMINGS.matcher(rest.replace("□", "")).replaceAll("").isEmpty();
    }

    /** The year of a line that says nothing else, but that what follows is of it: ■令和4年度の実績. */
    @Nullable
    FiscalYear captionYear(String line) {
        String plain = CAPTION.matcher(line.strip()).replaceAll("");
        return isBareYear(plain) ? year(plain) : null;
    }

    /** Whether a cell holds a figure, and no year. */
    boolean isFigure(Cell cell) {
        return (cell.number() != null || FIGURE.matcher(cell.text().strip()).matches()) && !isBareYear(cell.text());
    }

    static boolean isLong(String text) {
        return text.length() > LONGEST_LABEL;
    }

    static boolean isFormula(String text) {
        return FORMULA.matcher(text.strip()).matches();
    }
}
