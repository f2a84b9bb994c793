package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.meeting.paper.Difference;
import jp.kyosei.backend.meeting.paper.IssuedFigure;
import jp.kyosei.backend.meeting.paper.IssuedGrade;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.ui.chart.Point;
import jp.kyosei.ui.chart.Target;
import jp.kyosei.ui.chart.TargetChart;
import jp.kyosei.ui.meeting.paper.IssuedTables;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.results.IndicatorFigures;

/**
 * An indicator on the projector: grade, figure, chart and texts. They are those of the paper in people's hands if it was
 * issued, with a word about what has changed since.
 */
final class StageSlide extends Div {
    private final Div measured = new Div();
    private final StageTexts told = new StageTexts();

    private StageSlide() {
        addClassName("stage-slide");
        measured.addClassName("stage-measured");
        add(measured, told);
    }

    static Component heading(IndicatorPage page) {
        Indicator indicator = page.row().indicator();
        Paragraph path = new Paragraph(page.row().sectionPath().stream()
                .flatMap(number -> page.content().section(number).stream())
                .map(section -> section.title())
                .collect(Collectors.joining(" ／ ", "No.%s　".formatted(indicator.no()), "")));
        path.addClassName("section-path");
        Div heading = new Div(path, new H1(indicator.name()));
        if (!indicator.description().isEmpty()) {
            heading.add(new StageHint(indicator.description()));
        }
        return heading;
    }

    static Component of(IndicatorPage page, Optional<IssuedPaper> paper) {
        StageSlide slide = new StageSlide();
        Optional<IssuedIndicator> issued = paper.flatMap(sheet -> sheet.indicators().stream()
                .filter(indicator ->
                        indicator.no().equals(page.row().indicator().no()))
                .findFirst());
        if (paper.isPresent() && issued.isPresent()) {
            slide.addIssued(page, paper.get(), issued.get());
        } else {
            slide.addLive(page, paper.isPresent());
        }
        return slide;
    }

    private void addLive(IndicatorPage page, boolean missingInPaper) {
        if (missingInPaper) {
            measured.add(warning("この指標は発行した資料にありません。いまの値を出しています。"));
        }
        measured.add(
                verdict(
                        GradeChip.of(page.row().evaluation().grade()),
                        IndicatorFigures.headline(page),
                        IndicatorFigures.explanation(page)),
                IndicatorFigures.chart(page));
        List<Component> texts = page.narratives().stream()
                .filter(narrative -> narrative.fiscalYear().equals(page.fiscalYear()))
                .map(narrative -> text(whose(page, narrative), narrative.progress(), narrative.outlook()))
                .toList();
        addTexts(texts);
    }

    private static String whose(IndicatorPage page, Narrative narrative) {
        return Optional.ofNullable(narrative.municipality())
                .map(page.row().indicator()::townName)
                .orElse(page.content().ownerName());
    }

    private void addIssued(IndicatorPage page, IssuedPaper paper, IssuedIndicator indicator) {
        List<Difference> since = paper.differences().stream()
                .filter(difference -> difference.no().equals(indicator.no()))
                .toList();
        if (!since.isEmpty()) {
            measured.add(warning(
                    "資料の発行後に変わりました。" + since.stream().map(StageSlide::words).collect(Collectors.joining("、"))));
        }
        measured.add(
                verdict(IssuedTables.chip(indicator.grade()), headline(paper, indicator), explanation(page, indicator)),
                chart(page, paper, indicator));
        addTexts(indicator.narratives().stream()
                .map(narrative -> text(narrative.town(), narrative.progress(), narrative.outlook()))
                .toList());
    }

    /** Long texts are not repeated: that they have changed is enough here. */
    private static String words(Difference difference) {
        int most = 24;
        return difference.issued().length() > most || difference.current().length() > most
                ? difference.field()
                : "%s %s → %s".formatted(difference.field(), difference.issued(), difference.current());
    }

    private static Component verdict(GradeChip chip, Component headline, Component explanation) {
        chip.addClassName("large");
        Div verdict = new Div(chip, new Div(headline, explanation));
        verdict.addClassName("verdict");
        return verdict;
    }

    private static Component headline(IssuedPaper paper, IssuedIndicator indicator) {
        Paragraph headline = new Paragraph(figure(indicator, paper.fiscalYear())
                .filter(figure -> !figure.text().isEmpty())
                .map(figure ->
                        figure.value() == null ? figure.text() : Minus.shown(figure.text()) + " " + indicator.unit())
                .orElse("未報告"));
        headline.addClassName("headline");
        return headline;
    }

    private static Optional<IssuedFigure> figure(IssuedIndicator indicator, FiscalYear year) {
        return indicator.figures().stream()
                .filter(figure -> figure.fiscalYear() == year.year())
                .findFirst();
    }

    private static Component explanation(IndicatorPage page, IssuedIndicator indicator) {
        IssuedGrade grade = indicator.grade();
        String words = "目標 %s %s に対して %s。%s"
                .formatted(
                        indicator.targetText(),
                        indicator.unit(),
                        indicator.progressText(),
                        grade == null ? "" : meaning(page, grade));
        Paragraph paragraph = new Paragraph(words);
        IssuedGrade previous = indicator.previousGrade();
        if (previous != null) {
            paragraph.add(new Span("（前年 %s）".formatted(previous.label())));
        }
        return paragraph;
    }

    private static String meaning(IndicatorPage page, IssuedGrade grade) {
        return page.rules().grading().labels().stream()
                .filter(label -> label.label().equals(grade.label()))
                .findFirst()
                .map(label -> "%s：%s".formatted(label.label(), label.meaning()))
                .orElse("");
    }

    private static Component chart(IndicatorPage page, IssuedPaper paper, IssuedIndicator indicator) {
        List<Point> points = new ArrayList<>();
        if (page.row().baselineText().equals(indicator.baselineText())
                && page.row().indicator().measure().baseline() instanceof Baseline.Measured known) {
            points.add(Point.of("現状 " + known.fiscalYear().shortLabel(), known.value(), indicator.baselineText()));
        }
        indicator.figures().forEach(figure -> points.add(point(figure)));
        BigDecimal target = indicator.target();
        Div chart = new Div(new TargetChart(
                        "%sの推移".formatted(indicator.name()),
                        points,
                        Optional.ofNullable(target).map(aim -> new Target(aim, indicator.targetText(), "目標")),
                        paper.fiscalYear().shortLabel())
                .toComponent());
        chart.addClassName("chart-box");
        return chart;
    }

    private static Point point(IssuedFigure figure) {
        String year = new FiscalYear(figure.fiscalYear()).shortLabel();
        BigDecimal value = figure.value();
        return value == null ? Point.missing(year, figure.text()) : Point.of(year, value, figure.text());
    }

    private void addTexts(List<Component> texts) {
        told.add(new H2("各市町が行ったこと"));
        if (texts.isEmpty()) {
            told.add(new Paragraph("この年度の文はまだありません。"));
        }
        texts.forEach(told::add);
    }

    private static Component text(String whose, String progress, String outlook) {
        Div block = new Div();
        block.addClassName("narrative");
        if (!whose.isEmpty()) {
            Paragraph town = new Paragraph(whose);
            town.addClassName("whose");
            block.add(town);
        }
        block.add(new Paragraph(progress));
        if (!outlook.isEmpty()) {
            Span label = new Span("今後の取組");
            label.addClassName("narrative-label");
            block.add(new Paragraph(label, new Span(outlook)));
        }
        return block;
    }

    private static Component warning(String words) {
        Paragraph warning = new StageHint(words);
        warning.addClassName("warning");
        return warning;
    }
}
