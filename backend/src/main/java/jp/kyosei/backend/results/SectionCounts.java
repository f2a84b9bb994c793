package jp.kyosei.backend.results;

import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.Section;

/** The grades of one kind of indicator in a section and all that is below it. */
public record SectionCounts(Section section, IndicatorKind kind, GradeCounts counts, GradeCounts previous) {}
