package jp.kyosei.backend.understanding.heading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.heading.Sense.May;
import jp.kyosei.backend.understanding.heading.Vocabulary.Found;
import jp.kyosei.backend.understanding.year.YearReading;
import jp.kyosei.backend.understanding.year.YearWords;
import org.jspecify.annotations.Nullable;

/** Reads heads: every candidate by its words is weighed by the cells below it, and all heads of a table by each other. */
public final class HeadingReader {
    private static final double HIGHEST = 0.98;
    private static final double TWO_THINGS = 0.5;
    private static final double SEVERAL_YEARS = 0.8;
    private static final double OF_ANOTHER_MONTH = 0.7;
    private static final double SPAN_MEASURED = 0.6;
    private static final double WITHOUT_WORDS = 0.9;
    private static final double NOT_UNDERSTOOD = 0.5;
    private static final double LEFT_OUT = 0.9;

    private final FiscalYear newest;

    /** @param newest the fiscal year of the newest actuals */
    public HeadingReader(FiscalYear newest) {
        this.newest = newest;
    }

    /** All heads of a table, each by itself and then by the others; by the key under which each stands (its column, or row). */
    public SortedMap<Integer, HeadingReading> readAll(SortedMap<Integer, Heading> heads) {
        return new HeadsTogether(this, newest).read(heads);
    }

    /**
     * One head.
     *
     * @param around the other heads of the table, which show the era of bare years
     */
    public HeadingReading read(Heading heading, Collection<Heading> around) {
        return read(heading, words(heading, around));
    }

    /** What a text says besides its years and the words of heads: 経常収支 of 経常収支比率. */
    public String besideWords(String text) {
        return HeadWords.beside(text, new YearWords(newest, List.of()));
    }

    HeadWords words(Heading heading, Collection<Heading> around) {
        return HeadWords.of(
                heading.parts(),
                new YearWords(newest, around.stream().map(Heading::label).toList()));
    }

    HeadingReading read(Heading heading, HeadWords words) {
        CellsBelow cells = CellsBelow.of(heading.below());
        if (words.aside() != null) {
            return leftOut(words, words.aside());
        }
        if (words.main() == null) {
            return words.bareYear() && words.year() != null
                    ? bareYear(words.year(), cells)
                    : withoutWords(heading, words, cells);
        }
        return byWords(words, words.main(), cells);
    }

    private HeadingReading byWords(HeadWords words, Found main, CellsBelow cells) {
        List<May> weighed = new ArrayList<>();
        for (May may : main.word().sense().kinds()) {
            weighed.add(new May(may.kind(), may.weight() * main.word().weight() * cells.fit(may.kind())));
        }
        Found rival = words.rival();
        if (rival != null) {
            rival.word()
                    .sense()
                    .kinds()
                    .forEach(may -> weighed.add(new May(may.kind(), TWO_THINGS * cells.fit(may.kind()))));
        }
        weighed.sort(Comparator.comparingDouble(May::weight).reversed());
        May best = weighed.getFirst();
        boolean isRivalled = rival != null
                && best.weight() > TWO_THINGS
                && figureLike(rival.word().sense())
                && figureLike(main.word().sense());
        Dated dated = dated(best.kind(), words);
        double certainty = Math.min(HIGHEST, best.weight()) * dated.certainty() * (isRivalled ? TWO_THINGS : 1);
        return new HeadingReading(
                new ColumnMeaning(best.kind(), dated.year()),
                certainty,
                because(words, main, best.kind(), cells, isRivalled),
                weighed.stream()
                        .skip(1)
                        .map(May::kind)
                        .distinct()
                        .map(kind -> new ColumnMeaning(kind, dated(kind, words).year()))
                        .toList());
    }

    private static boolean figureLike(Sense sense) {
        return sense.kinds().stream()
                .anyMatch(may -> may.kind().holdsFigures() || may.kind().isPublished());
    }

    /** A year, and how sure it is. */
    private record Dated(@Nullable FiscalYear year, double certainty) {}

    private Dated dated(ColumnKind kind, HeadWords words) {
        if (!kind.isOfYear()) {
            return new Dated(null, 1);
        }
        YearReading year = words.year();
        if (year == null) {
            Integer before = words.relative();
            return before == null ? new Dated(null, 1) : new Dated(new FiscalYear(newest.year() - before), 1);
        }
        double certainty = year.certainty() >= WITHOUT_WORDS ? 1 : year.certainty();
        if (words.severalYears()) {
            certainty *= SEVERAL_YEARS;
        }
        if (year.ofMonth() && year.certainty() < WITHOUT_WORDS && kind == ColumnKind.ACTUAL) {
            // The end of September is hardly the year's figure, and 1 April often the one of the year before.
            certainty = Math.min(certainty, OF_ANOTHER_MONTH);
        }
        boolean measuredOverYears =
                year.isSpan() && (kind == ColumnKind.ACTUAL || kind == ColumnKind.BASELINE || kind.isPublished());
        return new Dated(year.last(), measuredOverYears ? Math.min(certainty, SPAN_MEASURED) : certainty);
    }

    private HeadingReading leftOut(HeadWords words, Found aside) {
        Found main = words.main();
        ColumnKind kind = main == null
                ? ColumnKind.ACTUAL
                : main.word().sense().kinds().getFirst().kind();
        ColumnMeaning otherwise = new ColumnMeaning(
                kind == ColumnKind.IGNORED ? ColumnKind.ACTUAL : kind,
                dated(kind == ColumnKind.IGNORED ? ColumnKind.ACTUAL : kind, words)
                        .year());
        return new HeadingReading(
                ColumnMeaning.of(ColumnKind.IGNORED),
                LEFT_OUT * aside.word().weight(),
                "見出しの「%s」は%sため"
                        .formatted(
                                aside.word().text(),
                                aside.word().sense().reason()
                                        + predicate(aside.word().sense())),
                List.of(otherwise));
    }

    private static String predicate(Sense sense) {
        return sense.reason().endsWith("ない") ? "" : "である";
    }

    /** A head with nothing but a year: figures, or the grades or words of that year. */
    private HeadingReading bareYear(YearReading year, CellsBelow cells) {
        FiscalYear of = year.last();
        boolean isLater = of.compareTo(newest) > 0;
        ColumnMeaning actual = new ColumnMeaning(ColumnKind.ACTUAL, of);
        ColumnMeaning target = new ColumnMeaning(ColumnKind.TARGET, of);
        ColumnMeaning grade = new ColumnMeaning(ColumnKind.GRADE, of);
        ColumnMeaning narrative = new ColumnMeaning(ColumnKind.NARRATIVE, of);
        double sure = year.ofMonth() && year.certainty() < WITHOUT_WORDS
                ? OF_ANOTHER_MONTH * WITHOUT_WORDS
                : Math.min(WITHOUT_WORDS, year.certainty());
        String written = "見出しが「%s」だけで、".formatted(year.written());
        double most = 0.8;
        if (cells.grades() >= most) {
            return new HeadingReading(grade, sure, written + "下のセルが評価の記号だから", List.of(actual, narrative));
        }
        if (cells.texts() >= most) {
            return new HeadingReading(narrative, sure * most, written + "下のセルが文章だから", List.of(grade, actual));
        }
        if (year.isSpan()) {
            return new HeadingReading(target, NOT_UNDERSTOOD, written + "複数の年度にわたるから", List.of(actual));
        }
        return isLater
                ? new HeadingReading(target, NOT_UNDERSTOOD, written + "最新の実績より後の年度だから", List.of(actual))
                : new HeadingReading(actual, sure, written + "下のセルが数値だから", List.of(target, grade));
    }

    private HeadingReading withoutWords(Heading heading, HeadWords words, CellsBelow cells) {
        ColumnMeaning ignored = ColumnMeaning.of(ColumnKind.IGNORED);
        if (cells.count() == 0) {
            return new HeadingReading(ignored, LEFT_OUT, "下のセルに値がないため", List.of());
        }
        if (!cells.areFigures()) {
            return new HeadingReading(
                    ignored, LEFT_OUT * LEFT_OUT, "見出し「%s」の意味が分からないため".formatted(heading.label()), List.of());
        }
        FiscalYear year = dated(ColumnKind.ACTUAL, words).year();
        return new HeadingReading(
                ignored,
                NOT_UNDERSTOOD,
                "見出し「%s」の意味が分からず、数値が入っているため".formatted(heading.label()),
                List.of(
                        new ColumnMeaning(ColumnKind.ACTUAL, year),
                        new ColumnMeaning(ColumnKind.TARGET, year),
                        new ColumnMeaning(ColumnKind.BASELINE, year)));
    }

    private static String because(HeadWords words, Found main, ColumnKind kind, CellsBelow cells, boolean isRivalled) {
        Sense sense = main.word().sense();
        String word = main.word().text().replace("□", "").replace("kpi", "KPI");
        if (sense.isLeftOut()) {
            return "見出しの「%s」は%sであるため".formatted(word, sense.reason());
        }
        if (isRivalled && words.rival() != null) {
            return "見出しに「%s」と「%s」の両方があるから".formatted(words.rival().word().text(), word);
        }
        String year = Optional.ofNullable(words.year())
                .filter(named -> kind.isOfYear())
                .map(named -> "と「%s」".formatted(named.written().toUpperCase(Locale.ROOT)))
                .orElse("");
        String below = sense.kinds().size() > 1 && cells.count() > 0 ? "、下のセルの" + cells.inWords() : "";
        return "見出しの「%s」%s%sから".formatted(word, year, below);
    }
}
