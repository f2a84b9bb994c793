package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanAddress;
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
    private final Div notePlace = new Div();
    private final AskPlace question = new AskPlace();
    private final OutcomeList recorded;
    /** What is on screen: drawn anew only when it changes. */
    private List<Object> inSlide = List.of();

    private List<Note> inNotes = List.of();
    private @Nullable OutcomeForm form;
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
        recorded = new OutcomeList(this.outcomes, "まだ記録はありません。", outcome -> "").ofOneIndicator();
    }

    @Override
    void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        no = parameters.get("no").orElse("");
        inSlide = List.of();
        inNotes = List.of();
        question.removeAll();
        if (no.isEmpty()) {
            placeAt(content, shown.title());
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
        Div right = new Div(new H2("意見"), notePlace, new H2("この場で決まったこと"), recorded, question);
        if (shown.may(MeetingRight.RECORD)) {
            OutcomeForm recording = new OutcomeForm(this::record);
            form = recording;
            right.add(recording);
        } else {
            form = null;
        }
        Div body = new Div(slidePlace, right);
        body.addClassName("stage-body");
        add(bar(shown, page, paper), StageSlide.heading(page), body, steps(shown, page));
        take(actor, shown, page, paper);
    }

    @Override
    void follow(Actor actor) {
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
        if (notePlace.getComponentCount() == 0 || !notes.equals(inNotes)) {
            inNotes = notes;
            notePlace.removeAll();
            notePlace.add(new StageNotes(notes, shown.may(MeetingRight.RECORD)));
            Optional.ofNullable(form).ifPresent(recording -> recording.offer(StageNotes.shown(notes)));
        }
        recorded.show(
                outcomes.of(actor, shown.id()).stream().filter(this::isHere).toList());
    }

    private boolean isHere(Outcome outcome) {
        return Optional.ofNullable(outcome.indicator())
                .filter(subject -> subject.no().equals(no))
                .isPresent();
    }

    private static Div bar(Meeting shown, IndicatorPage page, Optional<IssuedPaper> paper) {
        Anchor leave = new Anchor(addressOf(shown).meeting(shown.id()), "‹ 懇談会へ戻る（Esc）");
        leave.getElement().setAttribute("data-step", "leave");
        Span space = new Span();
        space.addClassName("space");
        Span place = new Span("%d / %d".formatted(page.ordinal(), page.total()));
        place.addClassName("place");
        Div bar = new Div(
                leave,
                new Span(shown.title()),
                space,
                new Span(paper.map(issued -> "%sの値".formatted(issued.issue().label()))
                        .orElse("いまの値（資料は未発行）")),
                place);
        bar.addClassName("stage-bar");
        return bar;
    }

    private static Div steps(Meeting shown, IndicatorPage page) {
        PlanAddress address = addressOf(shown);
        Div steps = new Div();
        steps.addClassName("stage-steps");
        String before = page.previousNo().isEmpty()
                ? address.presentation(shown.id())
                : address.presentation(shown.id(), page.previousNo());
        steps.add(step("previous", "‹ 前へ", before));
        Anchor record = new Anchor(address.presentation(shown.id()), "一覧");
        record.addClassNames("button", "record-step");
        steps.add(record);
        if (page.nextNo().isEmpty()) {
            Span end = new Span("最後の指標です");
            end.addClassNames("button", "off");
            steps.add(end);
        } else {
            Anchor next = step("next", "次の指標へ ›", address.presentation(shown.id(), page.nextNo()));
            next.addClassName("primary");
            steps.add(next);
        }
        return steps;
    }

    static Anchor step(String step, String words, String href) {
        Anchor anchor = new Anchor(href, words);
        anchor.addClassName("button");
        anchor.getElement().setAttribute("data-step", step);
        return anchor;
    }

    private void record(NewOutcome typed) {
        outcomes.record(meeting().id(), new NewOutcome(no, typed.note(), typed.text(), typed.status()));
    }

    /** A smaller line beside what is presented. */
    static Paragraph hint(String words) {
        Paragraph hint = new Paragraph(words);
        hint.addClassName("stage-hint");
        return hint;
    }
}
