package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.paper.IssuedFigure;
import jp.kyosei.backend.meeting.paper.IssuedGrade;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedNarrative;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.ui.chart.Point;
import jp.kyosei.ui.chart.Target;
import jp.kyosei.ui.chart.TargetChart;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;

/** An indicator of a paper as it was issued: grade and figure, the years, and what each town wrote. */
final class IssuedIndicatorPage extends Div {
    IssuedIndicatorPage(IssuedPaper paper, IssuedIndicator indicator) {
        if (!indicator.description().isEmpty()) {
            Paragraph measures = new Paragraph(indicator.description());
            measures.addClassName("reading-measures");
            add(measures);
        }
        add(verdict(paper, indicator), figures(paper, indicator), stories(indicator));
    }

    private static Component verdict(IssuedPaper paper, IssuedIndicator indicator) {
        GradeChip chip = IssuedTables.chip(indicator.grade());
        chip.addClassName("large");
        Div grade = new Div(chip);
        grade.addClassName("reading-grade");
        IssuedGrade before = indicator.previousGrade();
        if (before != null) {
            grade.add(small("前年 " + before.label()));
        }
        if (!indicator.manualGrade().isEmpty()) {
            grade.add(small("手動 " + indicator.manualGrade()));
        }
        Paragraph headline = new Paragraph(headline(paper, indicator));
        headline.addClassName("reading-headline");
        Div words = new Div(
                small(paper.fiscalYear().longLabel()),
                headline,
                new Paragraph("目標 %s %s　進捗率 %s"
                        .formatted(indicator.targetText(), indicator.unit(), indicator.progressText())),
                new Paragraph("現状 %s".formatted(indicator.baselineText().isEmpty() ? "—" : indicator.baselineText())));
        Div card = new Div(grade, words);
        card.addClassNames("reading-card", "reading-verdict");
        return card;
    }

    private static Paragraph small(String words) {
        Paragraph small = new Paragraph(words);
        small.addClassName("reading-small");
        return small;
    }

    private static String headline(IssuedPaper paper, IssuedIndicator indicator) {
        return indicator.figures().stream()
                .filter(figure -> figure.fiscalYear() == paper.fiscalYear().year())
                .findFirst()
                .filter(figure -> !figure.text().isEmpty())
                .map(figure -> figure.value() == null ? figure.text() : figure.text() + " " + indicator.unit())
                .orElse("未報告");
    }

    private static Component figures(IssuedPaper paper, IssuedIndicator indicator) {
        HtmlTable table = new HtmlTable("単位：%s".formatted(indicator.unit()), List.of("年度", "数値", "評価"));
        for (IssuedFigure figure : indicator.figures()) {
            table.row(new Span(new FiscalYear(figure.fiscalYear()).longLabel()))
                    .figure(figure.text().isEmpty() ? "報告なし" : figure.text())
                    .cell(IssuedTables.chip(figure.grade()));
        }
        NativeDetails details = new NativeDetails("数字で見る", table);
        details.addClassName("reading-ahead");
        BigDecimal target = indicator.target();
        Div chart = new Div(new TargetChart(
                        "%sの推移".formatted(indicator.name()),
                        indicator.figures().stream()
                                .map(IssuedIndicatorPage::point)
                                .toList(),
                        Optional.ofNullable(target).map(aim -> new Target(aim, indicator.targetText(), "目標")),
                        paper.fiscalYear().shortLabel())
                .toComponent());
        chart.addClassName("chart-box");
        Div card = new Div(chart, details);
        card.addClassNames("reading-card", "reading-figures");
        return card;
    }

    private static Point point(IssuedFigure figure) {
        String year = new FiscalYear(figure.fiscalYear()).shortLabel();
        BigDecimal value = figure.value();
        return value == null ? Point.missing(year, figure.text()) : Point.of(year, value, figure.text());
    }

    private static Component stories(IssuedIndicator indicator) {
        Div card = new Div(new H2("各市町が行ったこと"));
        card.addClassName("reading-card");
        if (indicator.narratives().isEmpty()) {
            card.add(new Paragraph("この年度の文はありません。"));
        }
        indicator.narratives().forEach(narrative -> card.add(story(narrative)));
        return card;
    }

    private static Component story(IssuedNarrative narrative) {
        Paragraph told = new Paragraph(narrative.progress());
        told.addClassName("reading-told");
        Div words = new Div(told);
        if (!narrative.outlook().isEmpty()) {
            Paragraph outlook = new Paragraph("今後：" + narrative.outlook());
            outlook.addClassName("reading-told");
            words.add(outlook);
        }
        Span whose = new Span(narrative.town());
        whose.addClassName("whose");
        Div story = new Div(whose, words);
        story.addClassName("reading-story");
        return story;
    }
}
