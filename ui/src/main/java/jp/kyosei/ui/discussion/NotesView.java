package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
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
import jp.kyosei.ui.form.AskPlace;
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
    private final AskPlace question = new AskPlace();
    private final NotesBoard board = new NotesBoard(question, this::assign, this::readAgain, this::read);
    private String plan = "";
    private @Nullable Discussion discussion;

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
        LiveChanges.follow(this, live, this::isAbout, announcement -> board.follow());
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        plan = slug;
        discussion = null;
        Discussion found = discussions.overview(actor, slug, year.orElse(null));
        placeAt(found.content(), TITLE);
        PlanAddress address = new PlanAddress(slug);
        add(
                new PlanHeading(found.content().plan(), TITLE, PlanHeading.Tab.NOTES)
                        .withYear(found.fiscalYear(), address::notes)
                        .with(new ReportLinks(reports, slug, ReportKind.NOTES, found.fiscalYear())),
                board);
        discussion = found;
        board.begin(found, panels.desk(actor, found.content().plan(), () -> shown().desks()));
    }

    /** The filter stands in the address, which is read only now. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (discussion != null) {
            board.filterBy(event.getLocation().getQueryParameters());
        }
    }

    private Discussion shown() {
        return Optional.ofNullable(discussion).orElseThrow(NotFoundException::new);
    }

    private Discussion readAgain() {
        Discussion found = discussions.overview(current.require(), plan, shown().fiscalYear());
        discussion = found;
        return found;
    }

    private void assign(List<NoteId> notes, DeskChoice choice) {
        question.attempt(() -> {
            noteAssigning.assign(current.require(), plan, notes, choice.desk());
            board.chooseNone();
            return "%d 件の担当を「%s」にしました。".formatted(notes.size(), choice.label());
        });
        board.reload();
    }

    /** A thread that is unfolded is read. */
    private void read(Note note) {
        if (note.mark() != Mark.READ) {
            noteFollowing.markRead(current.require(), plan, List.of(note.id()));
        }
    }

    private boolean isAbout(Announcement announcement) {
        Discussion shown = discussion;
        return shown != null && announcement.concerns(shown.content().plan(), shown.fiscalYear());
    }
}
