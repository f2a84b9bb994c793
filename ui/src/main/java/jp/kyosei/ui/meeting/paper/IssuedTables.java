package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.paper.IssuedFigure;
import jp.kyosei.backend.meeting.paper.IssuedGrade;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedNarrative;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** The tables of a paper as it was issued. */
public final class IssuedTables {
    private IssuedTables() {}

    public static GradeChip chip(@Nullable IssuedGrade grade) {
        return GradeChip.of(grade == null ? null : new Grade(grade.label(), grade.tone()));
    }

    /** Every indicator with its figures, its grade, and what each town wrote. */
    static Component results(IssuedPaper paper) {
        List<String> heads = new ArrayList<>(List.of("No.　指標（単位）", "現状"));
        paper.years().forEach(year -> heads.add(year.shortLabel()));
        heads.addAll(List.of("目標", "進捗率", "達成度", "進捗状況・成果と今後の取組"));
        HtmlTable table = new HtmlTable("%sの実績".formatted(paper.fiscalYear().longLabel()), heads);
        String section = "";
        for (IssuedIndicator indicator : paper.indicators()) {
            String of = sectionOf(indicator);
            if (!of.equals(section)) {
                section = of;
                table.group(of, heads.size());
            }
            HtmlTable.Row row = table.row(name(indicator)).figure(indicator.baselineText());
            for (FiscalYear year : paper.years()) {
                row.figure(figure(indicator, year).map(IssuedFigure::text).orElse(""));
            }
            row.figure(indicator.targetText())
                    .figure(indicator.progressText())
                    .cell(grade(indicator))
                    .cell(texts(indicator));
        }
        return new ScrollingTable(table, "実績の表");
    }

    static String sectionOf(IssuedIndicator indicator) {
        return indicator.sections().isEmpty()
                ? ""
                : "%s %s"
                        .formatted(
                                indicator.sections().getFirst().number(),
                                indicator.sections().getFirst().title());
    }

    private static Component name(IssuedIndicator indicator) {
        Span no = new Span(indicator.no());
        no.addClassName("no");
        String unit = indicator.unit().isEmpty() ? "" : "（%s）".formatted(indicator.unit());
        Div name = new Div(no, new Span(indicator.name() + unit));
        name.addClassName("matrix-head");
        return name;
    }

    private static Optional<IssuedFigure> figure(IssuedIndicator indicator, FiscalYear year) {
        return indicator.figures().stream()
                .filter(figure -> figure.fiscalYear() == year.year())
                .findFirst();
    }

    private static Component grade(IssuedIndicator indicator) {
        Div grade = new Div(chip(indicator.grade()));
        IssuedGrade before = indicator.previousGrade();
        if (before != null) {
            Span words = new Span("前年 " + before.label());
            words.addClassName("small-print");
            grade.add(new Div(words));
        }
        if (!indicator.manualGrade().isEmpty()) {
            Span words = new Span("手動 " + indicator.manualGrade());
            words.addClassName("small-print");
            grade.add(new Div(words));
        }
        return grade;
    }

    private static Component texts(IssuedIndicator indicator) {
        Div texts = new Div();
        texts.addClassName("texts");
        indicator.narratives().forEach(narrative -> texts.add(text(narrative)));
        return texts;
    }

    private static Component text(IssuedNarrative narrative) {
        Span town = new Span(narrative.town());
        town.addClassName("whose");
        Paragraph text = new Paragraph(town, new Span(narrative.progress()));
        text.addClassName("town-text");
        if (!narrative.outlook().isEmpty()) {
            text.add(new Span("\n今後：" + narrative.outlook()));
        }
        return text;
    }

    /** How many indicators have which grade, by section. */
    static Component counts(IssuedPaper paper) {
        List<String> heads = new ArrayList<>(List.of("体系"));
        paper.grades().forEach(grade -> heads.add(grade.label()));
        heads.add("計");
        HtmlTable table =
                new HtmlTable("%sの達成度ごとの件数".formatted(paper.fiscalYear().longLabel()), heads);
        Map<String, List<IssuedIndicator>> bySection = new LinkedHashMap<>();
        paper.indicators().forEach(indicator -> bySection
                .computeIfAbsent(sectionOf(indicator), section -> new ArrayList<>())
                .add(indicator));
        bySection.forEach((section, indicators) -> count(table, section, indicators, paper.grades()));
        count(table, "合計", paper.indicators(), paper.grades()).marked("total");
        return new ScrollingTable(table, "達成度ごとの件数");
    }

    private static HtmlTable.Row count(
            HtmlTable table, String head, List<IssuedIndicator> indicators, List<IssuedGrade> grades) {
        HtmlTable.Row row = table.row(new Span(head));
        Map<String, Integer> counts = new TreeMap<>();
        indicators.forEach(indicator -> counts.merge(labelOf(indicator.grade(), grades), 1, Integer::sum));
        grades.forEach(grade -> row.figure(Integer.toString(counts.getOrDefault(grade.label(), 0))));
        return row.figure(Integer.toString(indicators.size()));
    }

    /** Those without a figure are counted under the last label. */
    private static String labelOf(@Nullable IssuedGrade grade, List<IssuedGrade> grades) {
        return grade == null ? grades.getLast().label() : grade.label();
    }

    /** What could not be measured, and why. */
    static Component unmeasured(IssuedPaper paper) {
        UnorderedList list = new UnorderedList();
        unmeasuredOf(paper)
                .forEach(indicator -> list.add(new ListItem("No.%s %s　%s"
                        .formatted(
                                indicator.no(),
                                indicator.name(),
                                figure(indicator, paper.fiscalYear())
                                        .map(IssuedFigure::text)
                                        .filter(text -> !text.isEmpty())
                                        .orElse("未報告")))));
        long count = unmeasuredOf(paper).count();
        return new Div(
                new H2("進捗を把握できなかった指標（%d）".formatted(count)), count == 0 ? new Paragraph("すべての指標に実績があります。") : list);
    }

    private static Stream<IssuedIndicator> unmeasuredOf(IssuedPaper paper) {
        return paper.indicators().stream().filter(indicator -> indicator.grade() == null);
    }

    /** The grades over the years. */
    static Component trend(IssuedPaper paper) {
        List<String> heads = new ArrayList<>(List.of("No.　指標"));
        paper.years().forEach(year -> heads.add(year.shortLabel()));
        HtmlTable table = new HtmlTable("達成度の推移", heads);
        table.addClassName("grade-matrix");
        for (IssuedIndicator indicator : paper.indicators()) {
            HtmlTable.Row row = table.row(name(indicator));
            for (FiscalYear year : paper.years()) {
                row.cell(chip(figure(indicator, year).map(IssuedFigure::grade).orElse(null)));
            }
        }
        return new ScrollingTable(table, "達成度の推移");
    }
}
