package jp.kyosei.backend.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanKind;

/** Plans of 大仙市 with as many indicators as a test wants. */
public final class PlansOfSize {
    private PlansOfSize() {}

    /** What the plan of that size is called in addresses. */
    public static String slug(int size) {
        return "daisen-count-" + size;
    }

    /** The plan of that size, figures up to 2023. */
    public static PlanDocument plan(int size) {
        return new PlanDocument(
                "daisen",
                slug(size),
                "%d の指標を持つ計画".formatted(size),
                PlanKind.BASIC_PLAN,
                2020,
                2024,
                List.of("分野"),
                List.of(new PlanDocument.VersionEntry(1, "策定", LocalDate.of(2020, 3, 31))),
                List.of(new PlanDocument.SectionEntry("1", null, "分野", "")),
                List.of(),
                IntStream.rangeClosed(1, size).mapToObj(PlansOfSize::indicator).toList());
    }

    private static PlanDocument.IndicatorEntry indicator(int no) {
        return new PlanDocument.IndicatorEntry(
                Integer.toString(no),
                IndicatorKind.KPI,
                "1",
                "指標 %d".formatted(no),
                "",
                "人",
                0,
                ChangeDigits.OWN,
                false,
                Direction.HIGHER,
                false,
                null,
                new PlanDocument.BaselineEntry(PlanDocument.BaselineKind.MEASURED, BigDecimal.TEN, 2018, null),
                List.of(new PlanDocument.TargetEntry(2024, BigDecimal.valueOf(100))),
                null,
                Consolidation.SINGLE,
                List.of(new PlanDocument.ReporterEntry("052124", null)),
                "",
                IntStream.rangeClosed(2020, 2023)
                        .mapToObj(year -> new PlanDocument.ActualEntry(
                                year, "052124", BigDecimal.valueOf(year - 1990L), null, null, null, null, null))
                        .toList(),
                List.of(),
                List.of());
    }
}
