package jp.kyosei.backend.importing.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.understanding.ColumnKind;

/** A file that prints rates and no grades at all: that is one remark, and no finding at each row and year. */
final class RatesWithoutGrades {
    private static final String WORDS = "この表には進捗率だけがあり、達成度（評価）がありません。達成度は、評価の決まりで計算したものを使います。";

    private RatesWithoutGrades() {}

    private record Printed(String no, FiscalYear year) {}

    /** The findings of a file, with that one in place of those that say it over and over. */
    static List<Finding> saidOnce(ReadPlan read, List<Finding> findings) {
        boolean grades = read.indicators().stream()
                .flatMap(indicator -> indicator.whole().records().stream())
                .anyMatch(printed -> printed.grade() != null);
        Set<Printed> rates = read.indicators().stream()
                .flatMap(indicator -> indicator.whole().records().stream()
                        .filter(printed -> printed.rate() != null)
                        .map(printed -> new Printed(indicator.whole().no(), printed.year())))
                .collect(Collectors.toSet());
        List<Finding> kept = new ArrayList<>(findings);
        if (read.isOwnWorkbook() || grades || rates.isEmpty()) {
            return kept;
        }
        boolean said = kept.removeIf(finding ->
                finding.code().equals(CheckCode.GRADE_DIFFERS_FROM_RECORD.name()) && finding.fiscalYear() != null);
        if (said) {
            kept.add(first(read).orElseGet(() -> Finding.notice(null, "", WORDS)));
        }
        return kept;
    }

    private static Optional<Finding> first(ReadPlan read) {
        for (ReadIndicator indicator : read.indicators()) {
            for (WholeIndicator.Printed printed : indicator.whole().records()) {
                if (printed.rate() != null) {
                    return Optional.of(Finding.notice(
                            indicator.at(IndicatorPart.record(printed.year(), ColumnKind.RATE.name())), "", WORDS));
                }
            }
        }
        return Optional.empty();
    }
}
