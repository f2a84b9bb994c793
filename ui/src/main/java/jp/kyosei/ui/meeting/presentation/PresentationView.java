package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.meeting.MeetingPage;
import jp.kyosei.ui.meeting.outcome.OutcomeDesk;
import org.jspecify.annotations.Nullable;

/**
 * The meeting on the projector: one indicator after another, by keys or by large buttons, and what is said at each, recorded
 * while it is on screen.
 */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting/present/:no?", layout = StageLayout.class)
@CssImport("./meeting/stage.css")
public final class PresentationView extends MeetingPage {
    private final ResultsService results;
    private final PaperService papers;
    private final NoteReading discussion;
    private final OutcomeDesk outcomes;
    private final Div slidePlace = new Div();
    private final AskPlace question = new AskPlace();
    /** What is on screen: drawn anew only when it changes. */
    private List<Object> inSlide = List.of();

    private @Nullable StageTalk talk;
    private String no = "";
    private boolean begun;

    public PresentationView(
            Sources sources,
            ResultsService results,
            PaperService papers,
            NoteReading discussion,
            OutcomeService outcomes) {
        super(sources);
        this.results = results;
        this.papers = papers;
        this.discussion = discussion;
        this.outcomes = new OutcomeDesk(outcomes, this::actor, question, this::reload);
    }

    @Override
    protected void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        no = parameters.get("no").orElse("");
        inSlide = List.of();
        question.removeAll();
        if (no.isEmpty()) {
            placeAt(content, shown.title());
            removeClassName("stage-one-screen");
            add(new StageCover(shown, results.results(actor, shown.plan().slug(), shown.fiscalYear())));
        } else {
            showIndicator(actor, content, shown);
        }
        if (begun) {
            getElement()
                    .executeJs(
                            "window.scrollTo(0, 0); document.getElementById('main')?.focus({ preventScroll: true })");
        }
        begun = true;
    }

    private void showIndicator(Actor actor, PlanContent content, Meeting shown) {
        IndicatorPage page = results.indicator(actor, shown.plan().slug(), no, shown.fiscalYear());
        placeAt(
                content,
                "No.%s %s（%d / %d）".formatted(no, page.row().indicator().name(), page.ordinal(), page.total()));
        Optional<IssuedPaper> paper = issued(actor, shown);
        addClassName("stage-one-screen");
        StageTalk right = new StageTalk(outcomes, question, shown, no);
        talk = right;
        add(StageBar.of(shown, page, paper, right), StageSlide.heading(page), slidePlace, StageSteps.of(shown, page));
        getElement()
                .executeJs(
                        "window.kyoseiStage?.shows($0, $1)", shown.id().value().toString(), no);
        take(actor, shown, page, paper);
    }

    @Override
    protected void follow(Actor actor) {
        if (!no.isEmpty()) {
            Meeting shown = readAgain(actor);
            take(
                    actor,
                    shown,
                    results.indicator(actor, shown.plan().slug(), no, shown.fiscalYear()),
                    issued(actor, shown));
        }
    }

    /** The results sheet as it was issued, if it was. */
    private Optional<IssuedPaper> issued(Actor actor, Meeting shown) {
        return shown.materials().stream()
                .filter(material -> material.kind() == MaterialKind.RESULTS && material.isIssued())
                .findFirst()
                .map(Material::number)
                .map(number -> papers.paper(actor, shown.id(), number, null));
    }

    private void take(Actor actor, Meeting shown, IndicatorPage page, Optional<IssuedPaper> paper) {
        List<Object> now = List.of(page, paper);
        if (!now.equals(inSlide)) {
            inSlide = now;
            slidePlace.removeAll();
            slidePlace.add(StageSlide.of(page, paper));
        }
        List<Note> notes = discussion
                .pad(actor, shown.plan().slug(), new NoteTarget.Indicator(no), shown.fiscalYear())
                .notes();
        Optional.ofNullable(talk).ifPresent(right -> right.show(shown, notes, outcomes.of(actor, shown.id())));
    }
}
