package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.reading.ReadingList;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.discussion.NoteBox;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanSections;

/** All indicators of a plan by section, each with what the reader has done with it. */
final class ReadingRows extends Div {
    ReadingRows(Actor actor, ReadingList list) {
        List<List<String>> paths =
                list.lines().stream().map(line -> line.row().sectionPath()).toList();
        int levels = PlanSections.groupLevels(paths);
        List<String> section = List.of();
        OrderedList rows = new OrderedList();
        for (ReadingList.Line line : list.lines()) {
            List<String> path = line.row().sectionPath();
            List<String> group = path.subList(0, Math.min(levels, path.size()));
            if (!group.equals(section) || rows.getParent().isEmpty()) {
                section = group;
                rows = new OrderedList();
                rows.addClassName("reading-rows");
                add(new H2(titles(list, group)), rows);
            }
            rows.add(row(actor, list, line));
        }
    }

    private static String titles(ReadingList list, List<String> path) {
        return path.stream()
                .flatMap(number -> list.content().section(number).stream())
                .map(section -> section.title())
                .collect(Collectors.joining(" ／ "));
    }

    private static ListItem row(Actor actor, ReadingList list, ReadingList.Line line) {
        Indicator indicator = line.row().indicator();
        String slug = list.content().plan().slug();
        Div name = new Div(new Span(indicator.name()));
        name.addClassName("reading-row-name");
        Div body = new Div(name, grade(list, line), marks(actor, list, line));
        body.addClassName("reading-row-body");
        Anchor link = new Anchor(
                new PlanAddress(slug).reading(list.fiscalYear(), indicator.no()),
                classed(new Span("No.%s".formatted(indicator.no())), "reading-row-no"),
                body);
        link.addClassName("reading-row");
        if (line.read()) {
            link.addClassName("read");
        }
        return new ListItem(link);
    }

    private static Component grade(ReadingList list, ReadingList.Line line) {
        Grade grade = line.row().evaluation().grade();
        Span box = classed(new Span(GradeChip.of(grade)), "reading-row-grade");
        String words = grade == null
                ? line.row()
                        .figure(list.fiscalYear())
                        .map(YearFigure::text)
                        .filter(text -> !text.isEmpty())
                        .orElse("数値なし")
                : GradeWords.of(grade);
        if (!words.isEmpty()) {
            box.add(classed(new Span(words), "reading-row-meaning"));
        }
        return box;
    }

    private static Component marks(Actor actor, ReadingList list, ReadingList.Line line) {
        Div marks = new Div();
        marks.addClassName("reading-row-marks");
        if (line.read()) {
            marks.add(classed(new Span("✓ 読んだ"), "reading-mark"));
        }
        if (line.own() > 0) {
            marks.add(classed(new Span("書いた %d件".formatted(line.own())), "reading-mark", "own"));
        }
        if (line.unread() > 0) {
            marks.add(classed(new Span("新しい意見・返事 %d件".formatted(line.unread())), "reading-mark", "new"));
        }
        marks.add(new DraftMark(NoteBox.draftKey(
                actor.username(),
                list.content().plan().slug(),
                list.fiscalYear().year(),
                line.row().indicator().no())));
        return marks;
    }

    private static Span classed(Span span, String... classNames) {
        span.addClassNames(classNames);
        return span;
    }
}
