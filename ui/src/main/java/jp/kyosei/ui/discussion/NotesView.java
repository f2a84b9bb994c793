package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.thread.NoteAssigning;
import jp.kyosei.backend.discussion.thread.NoteFollowing;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanHeading;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.LiveChanges;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 意見・質問: every note of a year that the reader may see, what waits for an answer, and of whom. */
@Prototype
@Route(value = "plans/:plan/notes/:year?", layout = MainLayout.class)
@CssImport("./discussion/thread.css")
public final class NotesView extends PlanPage implements AfterNavigationObserver {
    private static final String TITLE = "意見・質問";

    private final NoteReading discussions;
    private final NoteAssigning noteAssigning;
    private final NoteFollowing noteFollowing;
    private final NotePanels panels;
    private final ReportDesk reports;
    private final CurrentActor current;
    private final Div summary = new Div();
    private final NotesFilter filter = new NotesFilter(this::filtered);
    private final Div tools = new Div();
    private final Div news = new Div();
    private final AskPlace question = new AskPlace();
    private final Div content = new Div();
    private final Button assigning = new Button("", click -> assign());
    private String plan = "";
    private @Nullable Discussion discussion;
    private @Nullable NoteDesk desk;
    private @Nullable NotesTable table;

    public NotesView(
            NoteReading discussions,
            NoteAssigning noteAssigning,
            NoteFollowing noteFollowing,
            NotePanels panels,
            LiveChannel live,
            ReportDesk reports,
            CurrentActor current) {
        super(current);
        this.discussions = discussions;
        this.noteAssigning = noteAssigning;
        this.noteFollowing = noteFollowing;
        this.panels = panels;
        this.reports = reports;
        this.current = current;
        assigning.addClassNames("button", "no-print");
        tools.addClassNames("notes-tools", "no-print");
        news.addClassName("notes-tools");
        news.getElement().setAttribute("role", "status");
        LiveChanges.follow(this, live, this::isAbout, announcement -> follow());
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        plan = slug;
        discussion = null;
        table = null;
        question.removeAll();
        news.removeAll();
        Discussion found = discussions.overview(actor, slug, year.orElse(null));
        placeAt(found.content(), TITLE);
        PlanAddress address = new PlanAddress(slug);
        add(
                new PlanHeading(found.content().plan(), TITLE, PlanHeading.Tab.NOTES)
                        .withYear(found.fiscalYear(), address::notes)
                        .with(new ReportLinks(reports, slug, ReportKind.NOTES, found.fiscalYear())),
                summary,
                filter,
                tools,
                question,
                news,
                content);
        desk = panels.desk(actor, found.content().plan(), () -> shown().desks());
        take(found);
    }

    /** The filter stands in the address, which is read only now. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (discussion != null) {
            filter.read(event.getLocation().getQueryParameters());
            draw();
        }
    }

    private Discussion shown() {
        return Optional.ofNullable(discussion).orElseThrow(NotFoundException::new);
    }

    private NoteDesk desk() {
        return Optional.ofNullable(desk).orElseThrow(NotFoundException::new);
    }

    private void take(Discussion found) {
        discussion = found;
        summary.removeAll();
        summary.add(new NotesSummary(found));
    }

    private List<Note> included(Discussion found) {
        return found.notes().stream()
                .filter(note -> filter.includes(found, note))
                .toList();
    }

    /** Draws the filter, the tools and the table; what was chosen stays chosen. */
    private void draw() {
        Discussion found = shown();
        filter.setVisible(!found.notes().isEmpty());
        filter.offer(found, desk().kind());
        drawTable(found);
        drawTools(found);
    }

    private void drawTable(Discussion found) {
        List<Note> notes = included(found);
        content.removeAll();
        if (notes.isEmpty()) {
            table = null;
            content.add(nothing(found));
            return;
        }
        NotesTable fresh = new NotesTable(desk(), found, notes, !found.desks().isEmpty(), this::read, this::chosen);
        Optional.ofNullable(table).ifPresent(before -> fresh.choose(new HashSet<>(before.chosen())));
        table = fresh;
        content.add(fresh);
    }

    private Div nothing(Discussion found) {
        Div nothing = new Div();
        nothing.addClassName("nothing");
        if (found.notes().isEmpty()) {
            nothing.add(
                    new Paragraph(
                            "%sの意見・質問はまだありません。".formatted(found.fiscalYear().longLabel())),
                    new Paragraph("意見は、実績一覧から指標のページを開いて書きます。体系や計画全体への意見は「体系と取組」から書けます。"));
            List<FiscalYear> others = found.years().stream()
                    .filter(year -> !year.equals(found.fiscalYear()))
                    .toList();
            others.forEach(year -> nothing.add(
                    new Paragraph(new Anchor(new PlanAddress(plan).notes(year), year.longLabel() + "の意見・質問を見る"))));
        } else {
            Button all = new Button("絞り込みをやめる", click -> {
                filter.clear();
                filtered();
            });
            all.addClassName("button");
            nothing.add(new Paragraph("この条件に合う意見・質問はありません。"), all);
        }
        return nothing;
    }

    private void drawTools(Discussion found) {
        tools.removeAll();
        NotesTable shown = table;
        if (shown != null && !found.desks().isEmpty()) {
            CheckBox all = new CheckBox("表示している意見をすべて選ぶ").shown("すべて選ぶ");
            all.addValueChangeListener(change -> shown.chooseAll(change.getValue()));
            tools.add(all, assigning);
            chosen();
        }
        Anchor whole = new Anchor(new PlanAddress(plan).planNotes(), "計画全体への意見を書く・見る");
        tools.add(whole);
    }

    private void chosen() {
        int count = chosenNotes().size();
        assigning.setText("選んだ %d 件の担当を決める".formatted(count));
        assigning.setEnabled(count > 0);
    }

    private List<NoteId> chosenNotes() {
        NotesTable shown = table;
        return shown == null ? List.of() : shown.chosen();
    }

    private void filtered() {
        UI ui = UI.getCurrentOrThrow();
        Location here = new Location(new PlanAddress(plan).notes(shown().fiscalYear()), filter.parameters());
        ui.getPage().getHistory().replaceState(null, here);
        draw();
    }

    private void assign() {
        List<NoteId> notes = chosenNotes();
        DeskChoice choice = new DeskChoice(shown().desks(), null);
        AskBox box = AskBox.of("選んだ %d 件に回答する担当を決めます。担当にはメールで知らせます。".formatted(notes.size()), "決める", () -> {
            question.attempt(() -> {
                noteAssigning.assign(current.require(), plan, notes, choice.desk());
                Optional.ofNullable(table).ifPresent(shown -> shown.chooseAll(false));
                return "%d 件の担当を「%s」にしました。".formatted(notes.size(), choice.label());
            });
            reload();
        });
        box.addComponentAtIndex(1, choice);
        box.askIn(question);
    }

    /** A thread that is unfolded is read. */
    private void read(Note note) {
        if (note.mark() != Mark.READ) {
            noteFollowing.markRead(current.require(), plan, List.of(note.id()));
        }
    }

    private void reload() {
        news.removeAll();
        Discussion found = discussions.overview(current.require(), plan, shown().fiscalYear());
        take(found);
        NotesTable before = table;
        if (before != null && before.shows(included(found))) {
            before.take(found.notes());
        } else {
            draw();
        }
        chosen();
    }

    private boolean isAbout(Announcement announcement) {
        Discussion shown = discussion;
        return shown != null && announcement.concerns(shown.content().plan(), shown.fiscalYear());
    }

    /** What is unfolded, chosen or asked stays; rows that come or go wait until they are called for. */
    private void follow() {
        Discussion found = discussions.overview(current.require(), plan, shown().fiscalYear());
        NotesTable before = table;
        boolean same = before != null && before.shows(included(found));
        boolean inUse = question.isAsking() || (before != null && before.isInUse());
        if (same || !inUse) {
            take(found);
            if (before != null && same) {
                before.take(found.notes());
            } else {
                draw();
            }
            return;
        }
        if (before != null) {
            before.take(found.notes());
        }
        Button fresh = new Button("最新の表示にする", click -> reload());
        fresh.addClassName("button");
        news.removeAll();
        news.add(new Span("ほかの人の書き込みがありました。"), fresh);
    }
}
