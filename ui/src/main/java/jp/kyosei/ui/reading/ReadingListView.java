package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.reading.ReadingList;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
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
        add(heading(list), meeting(list), progress(list), new ReadingRows(actor, list));
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

    @Override
    public Crumb back() {
        return new Crumb("ホーム", "");
    }

    @Override
    public Place place() {
        return Place.NONE;
    }
}
