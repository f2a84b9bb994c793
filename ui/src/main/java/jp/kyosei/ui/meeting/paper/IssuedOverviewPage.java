package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.paper.IssuedFigure;
import jp.kyosei.backend.meeting.paper.IssuedGrade;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import org.jspecify.annotations.Nullable;

/** Counts and courses of grades as lists that wrap: no column leaves the screen, however large the type. */
final class IssuedOverviewPage {
    private IssuedOverviewPage() {}

    static Component overview(IssuedPaper paper) {
        SequencedMap<String, List<IssuedIndicator>> sections = new LinkedHashMap<>();
        sections.put("合計", paper.indicators());
        paper.indicators().forEach(indicator -> sections.computeIfAbsent(
                        IssuedTables.sectionOf(indicator), section -> new ArrayList<>())
                .add(indicator));
        Div page = new Div();
        sections.forEach((section, indicators) -> page.add(counts(paper, section, indicators)));
        page.add(IssuedTables.unmeasured(paper));
        return page;
    }

    private static Component counts(IssuedPaper paper, String section, List<IssuedIndicator> indicators) {
        UnorderedList list = row();
        for (IssuedGrade grade : paper.grades()) {
            long count = indicators.stream()
                    .filter(indicator ->
                            labelOf(indicator.grade(), paper.grades()).equals(grade.label()))
                    .count();
            list.add(new ListItem(IssuedTables.chip(grade), new Span("　%d".formatted(count))));
        }
        list.add(new ListItem("計　%d".formatted(indicators.size())));
        Div card = new Div(new H2(section), list);
        card.addClassName("reading-card");
        return card;
    }

    private static String labelOf(@Nullable IssuedGrade grade, List<IssuedGrade> grades) {
        return grade == null ? grades.getLast().label() : grade.label();
    }

    static Component trend(IssuedPaper paper, List<IssuedIndicator> indicators) {
        Div page = new Div();
        for (IssuedIndicator indicator : indicators) {
            UnorderedList list = row();
            for (FiscalYear year : paper.years()) {
                IssuedGrade grade = indicator.figures().stream()
                        .filter(figure -> figure.fiscalYear() == year.year())
                        .findFirst()
                        .map(IssuedFigure::grade)
                        .orElse(null);
                list.add(new ListItem(new Span(year.shortLabel() + "　"), IssuedTables.chip(grade)));
            }
            Div card = new Div(new H2("No.%s　%s".formatted(indicator.no(), indicator.name())), list);
            card.addClassName("reading-card");
            page.add(card);
        }
        return page;
    }

    private static UnorderedList row() {
        UnorderedList list = new UnorderedList();
        list.addClassName("reading-wrap");
        return list;
    }
}
