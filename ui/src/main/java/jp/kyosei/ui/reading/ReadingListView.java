package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.reading.ReadingList;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.discussion.NoteBox;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.plan.PlanSections;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;

/** 読んで意見を書く: how far the reader is, the way on, and all indicators of the plan by section. */
@Prototype
@Route(value = "plans/:plan/reading/:year?", layout = ReadingLayout.class)
public final class ReadingListView extends PlanPage implements ReadingPlace {
    private final ReadingService reading;
    private final Clock clock;

    public ReadingListView(ReadingService reading, CurrentActor current, Clock clock) {
        super(current);
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        ReadingList list = reading.list(actor, plan, year.orElse(null));
        placeAt(list.content(), "読んで意見を書く");
        addClassName("reading-page");
        add(heading(list), meeting(list), progress(list));
        addRows(actor, list);
    }

    private static Component heading(ReadingList list) {
        Paragraph about = new Paragraph("%s　%sの結果"
                .formatted(list.content().plan().title(), list.fiscalYear().longLabel()));
        about.addClassName("reading-path");
        Div heading = new Div(about, new H1("読んで意見を書く"));
        heading.addClassName("reading-heading");
        return heading;
    }

    private Component meeting(ReadingList list) {
        Div box = new Div();
        box.addClassName("reading-meeting");
        CommentWindow window = list.writing().window();
        if (window != null) {
            Paragraph title = new Paragraph(window.title());
            title.addClassName("reading-meeting-title");
            box.add(title, new Paragraph(WindowWords.of(window, LocalDate.now(clock))));
        }
        if (!list.writing().allowed()) {
            box.add(new Paragraph(list.writing().refusal()));
        }
        box.setVisible(box.getChildren().findAny().isPresent());
        return box;
    }

    private static Component progress(ReadingList list) {
        int total = list.lines().size();
        Div card = new Div();
        card.addClassNames("reading-card", "reading-progress");
        if (total == 0) {
            card.add(new Paragraph("この計画には、まだ指標がありません。"));
            return card;
        }
        String words = "%dのうち%dを読みました".formatted(total, list.read());
        Paragraph said = new Paragraph(words);
        said.addClassName("reading-count");
        Span filled = new Span();
        filled.getStyle().set("width", "%.1f%%".formatted(100.0 * list.read() / total));
        Div bar = new Div(filled);
        bar.addClassName("reading-bar-of-progress");
        bar.getElement().setAttribute("aria-hidden", "true");
        card.add(said, bar);
        long written = list.lines().stream().mapToLong(ReadingList.Line::own).sum();
        if (written > 0) {
            card.add(new Paragraph("あなたが書いた意見　%d件".formatted(written)));
        }
        Optional<ReadingList.Line> unread =
                list.lines().stream().filter(line -> !line.read()).findFirst();
        Indicator next = unread.orElse(list.lines().getFirst()).row().indicator();
        String label = unread.isEmpty() ? "はじめから読み返す" : list.read() == 0 ? "読みはじめる" : "続きから読む";
        Span small = new Span("No.%s　%s".formatted(next.no(), next.name()));
        small.addClassName("reading-on-name");
        Anchor on = new Anchor(
                new PlanAddress(list.content().plan().slug()).reading(list.fiscalYear(), next.no()),
                new Span(label),
                small);
        on.addClassNames("button", "primary", "reading-on");
        card.add(on);
        return card;
    }

    private void addRows(Actor actor, ReadingList list) {
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
        Anchor link = new Anchor(
                new PlanAddress(slug).reading(list.fiscalYear(), indicator.no()),
                classed(new Span("No.%s".formatted(indicator.no())), "reading-row-no"),
                name,
                grade(list, line),
                marks(actor, list, line));
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

    @Override
    public Crumb back() {
        return new Crumb("ホーム", "");
    }

    @Override
    public Place place() {
        return Place.NONE;
    }
}
