package jp.kyosei.backend.importing.comparing;

import java.util.List;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;

/**
 * Targets in a file of this product's own that the plan does not have. Of any other sheet another target is asked about with what
 * that published.
 */
final class OtherTargets {
    private OtherTargets() {}

    /** The word that each is left out: a plan's targets change by revision. */
    static List<Finding> leftOut(ReadIndicator file, Indicator indicator) {
        return file.whole().targets().stream()
                .filter(target -> indicator.measure().targets().stream()
                        .noneMatch(each -> each.fiscalYear().equals(target.fiscalYear())
                                && each.value().compareTo(target.value()) == 0))
                .map(target -> Finding.notice(
                        file.at(IndicatorPart.target(target.fiscalYear())),
                        indicator.no(),
                        "%sの目標値 %s は計画にありません。計画の値は変えません。目標値は計画の見直しで変えます。"
                                .formatted(target.fiscalYear().shortLabel(), FigureFormat.asEntered(target.value()))))
                .toList();
    }
}
