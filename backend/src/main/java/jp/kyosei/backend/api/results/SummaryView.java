package jp.kyosei.backend.api.results;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.results.SectionCounts;
import jp.kyosei.backend.results.Summary;

/** The summary in JSON. */
@Serdeable
record SummaryView(
        String plan,
        int fiscalYear,
        Map<String, Integer> counts,
        Map<String, Integer> previous,
        List<SectionView> bySection,
        List<String> unmeasured) {
    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.content().plan().slug(),
                summary.fiscalYear().year(),
                summary.counts().asMap(),
                summary.previous().asMap(),
                summary.bySection().stream().map(SectionView::of).toList(),
                summary.unmeasured().stream().map(row -> row.indicator().no()).toList());
    }

    /** Counts of one kind of indicator in a section and all below it. */
    @Serdeable
    record SectionView(String section, IndicatorKind kind, Map<String, Integer> counts, Map<String, Integer> previous) {
        static SectionView of(SectionCounts counts) {
            return new SectionView(
                    counts.section().number(),
                    counts.kind(),
                    counts.counts().asMap(),
                    counts.previous().asMap());
        }
    }
}
