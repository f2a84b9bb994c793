package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.resultsbook.EvaluationColumn;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/** Finds by the sheet 評価結果 what of 実績一覧 somebody has changed since it was printed. */
final class PrintedCheck {
    private final Map<Key, RecordSheet.Line> computed = new HashMap<>();

    private record Key(String no, FiscalYear year) {}

    /** @param evaluations the records of the sheet; none where it is missing */
    PrintedCheck(List<RecordSheet.Line> evaluations) {
        for (RecordSheet.Line line : evaluations) {
            FiscalYear year = line.year(EvaluationColumn.YEAR);
            if (year != null) {
                computed.putIfAbsent(new Key(line.text(EvaluationColumn.NO).strip(), year), line);
            }
        }
    }

    /** The figures but for those of the whole that stand as they were printed; what towns gave is not in that sheet. */
    List<SeenFigure> changed(List<SeenFigure> figures) {
        return figures.stream().filter(seen -> !isAsPrinted(seen)).toList();
    }

    private boolean isAsPrinted(SeenFigure seen) {
        RecordSheet.Line line = computed.get(new Key(seen.no(), seen.year()));
        if (!seen.town().isEmpty() || line == null) {
            return false;
        }
        String printed = line.text(EvaluationColumn.TEXT);
        return seen.isPrintedAs(printed);
    }

    /** What was changed that is not taken, with the word why. */
    List<Finding> findings(PrintedResults sheet, List<ReadIndicator> indicators) {
        Map<String, WholeIndicator> byNo = indicators.stream()
                .map(ReadIndicator::whole)
                .collect(Collectors.toMap(WholeIndicator::no, Function.identity(), (first, second) -> first));
        FiscalYear judged = sheet.judgedYear();
        List<Finding> findings = new ArrayList<>();
        for (PrintedResults.SeenWords words : sheet.words()) {
            WholeIndicator indicator = byNo.get(words.no());
            if (indicator != null && differs(words, indicator, computed.get(new Key(words.no(), judged)))) {
                findings.add(Finding.notice(
                        words.place(),
                        words.no(),
                        "「実績一覧」の%s「%s」は取り込みません。%s。"
                                .formatted(
                                        words.what().title(),
                                        Quote.of(words.text()),
                                        words.what().why())));
            }
        }
        return findings;
    }

    private static boolean differs(
            PrintedResults.SeenWords words, WholeIndicator indicator, RecordSheet.@Nullable Line line) {
        return switch (words.what()) {
            case NAME -> !folded(PrintedResults.plainName(words.text())).equals(folded(indicator.name()));
            case UNIT -> !words.asFigure().isPrintedAs(indicator.unit());
            case BASELINE -> {
                BigDecimal seen = number(words);
                yield seen != null
                        && indicator.baseline() instanceof Baseline.Measured known
                        && known.value().compareTo(seen) != 0;
            }
            case TARGET -> {
                BigDecimal seen = number(words);
                yield seen != null
                        && !indicator.targets().isEmpty()
                        && indicator.targets().stream()
                                .map(Target::value)
                                .noneMatch(known -> known.compareTo(seen) == 0);
            }
            case RATE -> differs(words, line, EvaluationColumn.RATE_TEXT);
            case CHANGE -> differs(words, line, EvaluationColumn.CHANGE_TEXT);
            case GRADE -> differs(words, line, EvaluationColumn.GRADE);
        };
    }

    /** However it is broken into lines. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}※]+", "");
    }

    private static @Nullable BigDecimal number(PrintedResults.SeenWords words) {
        return words.asFigure().figure() instanceof TypedFigure.Figure(Observed.Value(BigDecimal value), var _, var _)
                ? value
                : null;
    }

    private static boolean differs(
            PrintedResults.SeenWords words, RecordSheet.@Nullable Line line, WorkbookColumns.Column column) {
        if (line == null) {
            return false;
        }
        String printed = line.text(column);
        boolean nothing = printed.isBlank() || printed.strip().equals("—");
        return !words.asFigure().isPrintedAs(printed)
                // A grade that a person gave stands in the line below.
                && !words.text().startsWith(printed.strip() + "\n")
                && !(nothing && !words.text().codePoints().anyMatch(Character::isDigit));
    }
}
