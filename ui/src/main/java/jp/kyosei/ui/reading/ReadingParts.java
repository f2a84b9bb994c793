package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.results.IndicatorFigures;

/** What a page of the reading has around its words: its head, its figures, and the ways on. */
final class ReadingParts {
    private ReadingParts() {}

    static Component heading(IndicatorPage page) {
        Indicator indicator = page.row().indicator();
        Paragraph path = new Paragraph(page.row().sectionPath().stream()
                .flatMap(number -> page.content().section(number).stream())
                .map(section -> section.title())
                .collect(Collectors.joining(" ／ ")));
        path.addClassName("reading-path");
        Div heading = new Div(path, new H1(indicator.name()));
        heading.addClassName("reading-heading");
        if (!indicator.description().isEmpty()) {
            Paragraph measures = new Paragraph(indicator.description());
            measures.addClassName("reading-measures");
            heading.add(measures);
        }
        return heading;
    }

    /** The chart, and for those who read letters rather than pictures the same in figures. */
    static Component figures(IndicatorPage page) {
        HtmlTable table = new HtmlTable("単位：%s".formatted(page.row().indicator().unit()), List.of("年度", "数値", "評価"));
        for (int index = 0; index < page.years().size(); index++) {
            YearFigure figure = page.row().figures().get(index);
            table.row(new Span(figure.fiscalYear().longLabel()))
                    .figure(figure.text().isEmpty() ? "報告なし" : figure.text())
                    .cell(GradeChip.of(page.evaluations().get(index).grade()));
        }
        NativeDetails details = new NativeDetails("数字で見る", table);
        details.addClassName("reading-ahead");
        Div card = new Div(IndicatorFigures.chart(page), details);
        card.addClassNames("reading-card", "reading-figures");
        return card;
    }

    /** The ways to the indicators before and after it. */
    static Component pager(IndicatorPage page) {
        PlanAddress address = new PlanAddress(page.content().plan().slug());
        FiscalYear year = page.fiscalYear();
        String list = address.reading(year);
        boolean first = page.previousNo().isEmpty();
        boolean last = page.nextNo().isEmpty();
        Anchor before = new Anchor(first ? list : address.reading(year, page.previousNo()), first ? "‹ 一覧へ" : "‹ 前の指標");
        before.addClassNames("button", "reading-previous");
        Span read = new Span(last ? "一覧へ ›" : "次の指標 ›");
        read.addClassName("when-read");
        Span typed = new Span(last ? "送って一覧へ ›" : "送って次の指標へ ›");
        typed.addClassName("when-typed");
        Anchor after = new Anchor(last ? list : address.reading(year, page.nextNo()), read, typed);
        after.addClassNames("button", "primary", "reading-next");
        if (!first) {
            before.getElement().setAttribute("data-go", "previous");
        }
        if (!last) {
            after.getElement().setAttribute("data-go", "next");
        }
        Nav pager = new Nav(before, after);
        pager.addClassName("reading-pager");
        pager.getElement().setAttribute("aria-label", "前後の指標");
        return pager;
    }
}
