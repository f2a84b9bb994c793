package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Grading;
import jp.kyosei.backend.evaluation.Progress;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.ui.chart.Point;
import jp.kyosei.ui.chart.Target;
import jp.kyosei.ui.chart.TargetChart;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** The figures of an indicator's page: headline, plain words, chart, and the table behind the chart. */
public final class IndicatorFigures {
    private IndicatorFigures() {}

    public static Component headline(IndicatorPage page) {
        Indicator indicator = page.row().indicator();
        String text = page.row()
                .figure(page.fiscalYear())
                .filter(figure -> figure.value() != null)
                .map(figure -> Minus.shown(figure.text()) + " " + indicator.unit())
                .orElse(page.row()
                        .figure(page.fiscalYear())
                        .map(YearFigure::text)
                        .filter(reason -> !reason.isEmpty())
                        .orElse("未報告"));
        Paragraph headline = new Paragraph(text);
        headline.addClassName("headline");
        return headline;
    }

    /** The final target with its year and unit. */
    public static String target(IndicatorPage page) {
        Indicator indicator = page.row().indicator();
        return "%sの目標 %s %s"
                .formatted(
                        indicator.measure().finalTarget().fiscalYear().longLabel(),
                        Minus.shown(page.row().targetText()),
                        indicator.unit());
    }

    /** Why the grade is what it is, in a sentence. */
    public static Component explanation(IndicatorPage page) {
        Evaluation evaluation = page.row().evaluation();
        String target = target(page);
        String words =
                switch (evaluation.progress()) {
                    case Progress.Rate rate -> "%sに対して %s。".formatted(target, evaluation.progressText());
                    case Progress.NotComputable why -> "%s。%s".formatted(target, why.reason());
                    case Progress.NotMeasured none ->
                        "%s。%s".formatted(target, reason(page).orElse("この年度の実績はまだありません。"));
                };
        Grade grade = evaluation.grade();
        Paragraph paragraph = new Paragraph(words + (grade == null ? "" : grounds(page, grade)));
        Grade previous = page.row().previousGrade();
        if (previous != null) {
            paragraph.add(new Span("（前年 %s）".formatted(previous.label())));
        }
        return paragraph;
    }

    private static Optional<String> reason(IndicatorPage page) {
        return page.row().figure(page.fiscalYear()).flatMap(figure -> {
            Observation observation = figure.observation();
            return observation != null && observation.observed() instanceof Observed.Missing why
                    ? Optional.of(why.text())
                    : Optional.empty();
        });
    }

    /** By which rule it is that grade; empty where the rules in force do not know it. */
    public static String grounds(IndicatorPage page, Grade grade) {
        return page.rules().grading().labels().stream()
                .filter(label -> label.label().equals(grade.label()))
                .findFirst()
                .map(label -> page.rules().grading() instanceof Grading.Thresholds
                        ? "%s なので %s です。".formatted(label.meaning(), label.label())
                        : "%s：%s".formatted(label.label(), label.meaning()))
                .orElse("");
    }

    /** The years as bars against the target. */
    public static Component chart(IndicatorPage page) {
        List<Point> points = new ArrayList<>();
        if (page.row().indicator().measure().baseline() instanceof Baseline.Measured known) {
            points.add(Point.of(
                    "現状 " + known.fiscalYear().shortLabel(),
                    known.value(),
                    page.row().baselineText()));
        }
        page.row().figures().forEach(figure -> points.add(point(figure)));
        BigDecimal target = page.row().indicator().measure().finalTarget().value();
        Div chart = new Div(new TargetChart(
                        "%sの推移".formatted(page.row().indicator().name()),
                        points,
                        Optional.of(new Target(target, page.row().targetText(), "目標")),
                        page.fiscalYear().shortLabel())
                .toComponent());
        chart.addClassName("chart-box");
        return chart;
    }

    private static Point point(YearFigure figure) {
        BigDecimal value = figure.value();
        return value == null
                ? Point.missing(figure.fiscalYear().shortLabel(), figure.text())
                : Point.of(figure.fiscalYear().shortLabel(), value, Minus.shown(figure.text()));
    }

    /** What the chart shows, as a table, with every town's part. */
    static Component table(IndicatorPage page) {
        List<String> heads = new ArrayList<>(List.of("年度", "実績値"));
        List<String> towns = towns(page);
        heads.addAll(towns);
        heads.addAll(List.of("進捗率", "前年差", "評価"));
        HtmlTable table =
                new HtmlTable("年度ごとの実績（単位：%s）".formatted(page.row().indicator().unit()), heads);
        for (int index = 0; index < page.years().size(); index++) {
            YearFigure figure = page.row().figures().get(index);
            Evaluation evaluation = page.evaluations().get(index);
            HtmlTable.Row row = table.row(new Span(figure.fiscalYear().longLabel()))
                    .figure(words(figure.text(), figure.observation()));
            for (String town : towns) {
                row.figure(figure.byTown().stream()
                        .filter(part -> part.name().equals(town))
                        .map(part -> words(part.text(), part.observation()))
                        .collect(Collectors.joining()));
            }
            row.figure(evaluation.progressText())
                    .figure(evaluation.changeText())
                    .cell(GradeChip.of(evaluation.grade()));
            if (figure.fiscalYear().equals(page.fiscalYear())) {
                row.marked("current");
            }
        }
        return new ScrollingTable(table, "年度ごとの実績");
    }

    private static List<String> towns(IndicatorPage page) {
        List<String> towns = page.row().figures().stream()
                .flatMap(figure -> figure.byTown().stream())
                .map(part -> part.name())
                .distinct()
                .toList();
        return page.row().indicator().reporters().size() > 1 ? towns : List.of();
    }

    /** A figure with its reference year, a ratio with its parts, a missing one with its reason in full. */
    private static String words(String text, @Nullable Observation observation) {
        if (observation == null) {
            return "";
        }
        FiscalYear reference = observation.referenceYear();
        String suffix = reference == null ? "" : "（%s）".formatted(reference.shortLabel());
        return switch (observation.observed()) {
            case Observed.Value plain -> text + suffix;
            case Observed.Ratio ratio ->
                "%s%s（%s／%s）"
                        .formatted(
                                text,
                                suffix,
                                FigureFormat.asEntered(ratio.numerator()),
                                FigureFormat.asEntered(ratio.denominator()));
            case Observed.Missing why -> why.text();
        };
    }
}
