package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.collection.workbook.WorkbookDesk;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.LiveChanges;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 進み具合: who has answered, what the whole would be, and what the secretariat does with it. */
@Prototype
@Route(value = "plans/:plan/collection/:year", layout = MainLayout.class)
@CssImport("./collection/collection.css")
public final class BoardView extends PlanPage {
    private final BoardService boards;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final RoundDesk rounds;
    private final WorkbookDesk workbooks;
    private final Div heading = new Div();
    private final AskPlace question = new AskPlace();
    private final Div news = new Div();
    private final Div summary = new Div();
    /** Apart from the summary, which is drawn anew with every news: a file that is looked at stays. */
    private final Div folds = new Div();

    private final BoardParts parts = new BoardParts(this::choosing);
    private @Nullable BoardHeading shownHeading;
    private @Nullable BoardSummary shownSummary;
    private @Nullable CollectionBoard board;
    /** Whether what is shown leads the round; another frame is begun when that changes. */
    private @Nullable Boolean led;

    private String plan = "";

    public BoardView(
            BoardService boards,
            AccessPolicy policy,
            LiveChannel live,
            CurrentActor current,
            RoundDesk rounds,
            WorkbookDesk workbooks) {
        super(current);
        this.boards = boards;
        this.policy = policy;
        this.current = current;
        this.rounds = rounds;
        this.workbooks = workbooks;
        LiveChanges.follow(this, live, this::isAbout, announcement -> follow());
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        plan = slug;
        CollectionBoard found = boards.board(actor, slug, year.orElseThrow(NotFoundException::new));
        placeAt(found.content(), BoardHeading.title(found.round()));
        news.addClassName("board-tools");
        news.getElement().setAttribute("role", "status");
        add(heading, question, news, summary, folds);
        parts.addTo(this);
        led = null;
        take(actor, found);
        folds.removeAll();
        if (isLed(actor, found)) {
            folds.add(
                    new RoundChangeFold(
                            rounds.overview(
                                    new RoundDesk.Spot(slug, found.round().fiscalYear())),
                            found,
                            wanted -> questions(found).change(wanted)),
                    new WorkbookFold(workbooks, found, this::reload));
        }
    }

    private void take(Actor actor, CollectionBoard found) {
        board = found;
        news.removeAll();
        RoundQuestions questions = questions(found);
        BoardHeading fresh = new BoardHeading(found, isSecretariat(actor, found), questions, parts::showSubmitted);
        shownHeading = fresh;
        heading.removeAll();
        heading.add(fresh);
        begin(questions, isLed(actor, found), found);
        Optional.ofNullable(shownSummary).ifPresent(shown -> shown.show(found));
        parts.show(found);
    }

    /** Tables that stay while steps are taken. */
    private void begin(RoundQuestions questions, boolean leads, CollectionBoard found) {
        if (Objects.equals(led, leads)) {
            return;
        }
        led = leads;
        BoardSummary fresh = new BoardSummary(leads ? questions : null);
        shownSummary = fresh;
        summary.removeAll();
        summary.add(fresh);
        parts.begin(found, leads ? new BoardActions(questions, found) : null);
    }

    private void choosing(boolean any) {
        Optional.ofNullable(shownHeading).ifPresent(shown -> shown.choosing(any));
    }

    private RoundQuestions questions(CollectionBoard found) {
        return new RoundQuestions(
                rounds, new RoundDesk.Spot(plan, found.round().fiscalYear()), question, parts, this::reload);
    }

    private boolean isSecretariat(Actor actor, CollectionBoard found) {
        return policy.canKeepPlans(actor, found.content().plan().owner());
    }

    /** Whether tasks are chosen here, to be confirmed or sent back. */
    private boolean isLed(Actor actor, CollectionBoard found) {
        return isSecretariat(actor, found) && found.round().isOpen();
    }

    private void reload() {
        Actor actor = current.require();
        FiscalYear year = Optional.ofNullable(board)
                .orElseThrow(NotFoundException::new)
                .round()
                .fiscalYear();
        take(actor, boards.board(actor, plan, year));
    }

    private boolean isAbout(Announcement announcement) {
        CollectionBoard shown = board;
        return shown != null
                && announcement.concerns(shown.content().plan(), shown.round().fiscalYear());
    }

    /** Nobody's choice is swept away: while something is chosen or asked, the news wait to be called for. */
    private void follow() {
        boolean busy = !parts.chosen().isEmpty() || question.isAsking();
        if (!busy) {
            reload();
            return;
        }
        news.removeAll();
        news.add(new Span("ほかの人の入力がありました。"), BoardHeading.action("最新の表示にする", this::reload));
    }
}
