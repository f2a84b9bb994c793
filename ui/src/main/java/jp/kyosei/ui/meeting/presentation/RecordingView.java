package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.meeting.MeetingPage;
import jp.kyosei.ui.meeting.outcome.OutcomeDesk;
import org.jspecify.annotations.Nullable;

/**
 * 記録用の窓: what is said at an indicator, on the desk of whoever records, beside the projector. It goes along with what is
 * presented in another window of the same browser, unless something is being typed.
 */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting/record/:no?", layout = StageLayout.class)
@CssImport("./meeting/stage.css")
public final class RecordingView extends MeetingPage {
    private final ResultsService results;
    private final NoteReading discussion;
    private final OutcomeDesk outcomes;
    private final AskPlace question = new AskPlace();
    private @Nullable StageTalk talk;
    private String no = "";

    public RecordingView(Sources sources, ResultsService results, NoteReading discussion, OutcomeService outcomes) {
        super(sources);
        this.results = results;
        this.discussion = discussion;
        this.outcomes = new OutcomeDesk(outcomes, this::actor, question, this::reload);
    }

    @Override
    protected void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        no = parameters.get("no").orElse("");
        question.removeAll();
        talk = null;
        addClassName("stage-recording");
        Anchor leave = new Anchor(addressOf(shown).meeting(shown.id()), "‹ 懇談会へ戻る");
        leave.getElement().setAttribute("data-step", "leave");
        Div bar = new Div(leave, new Span("記録用の窓（映さない画面）　" + shown.title()));
        bar.addClassName("stage-bar");
        Paragraph moved = new StageHint("");
        moved.getElement().setAttribute("data-moved", true);
        moved.getElement().setAttribute("role", "status");
        add(bar, moved);
        if (no.isEmpty()) {
            placeAt(content, "記録用の窓");
            add(new H1("記録用の窓"), new Paragraph("「スクリーンに映す」を別の窓で開くと、映している指標に合わせてこの窓も進みます。"), keys(), all(actor, shown));
        } else {
            showIndicator(actor, content, shown);
        }
        getElement()
                .executeJs(
                        "window.kyoseiStage?.follows(this, $0)",
                        shown.id().value().toString());
    }

    private void showIndicator(Actor actor, PlanContent content, Meeting shown) {
        IndicatorPage page = results.indicator(actor, shown.plan().slug(), no, shown.fiscalYear());
        placeAt(content, "記録 No.%s %s".formatted(no, page.row().indicator().name()));
        StageTalk said = new StageTalk(outcomes, question, shown, no);
        talk = said;
        add(StageSlide.heading(page), said, keys(), StageSteps.ofRecording(shown, page));
        take(actor, shown);
    }

    private static Paragraph keys() {
        return new StageHint("キー：→ か スペース で次の指標、← で前の指標、O で記録の欄、Ctrl + Enter で記録、Esc で戻る（映す画面でも同じ）");
    }

    private UnorderedList all(Actor actor, Meeting shown) {
        UnorderedList list = new UnorderedList();
        list.addClassName("indicator-list");
        for (ResultsRow row :
                results.results(actor, shown.plan().slug(), shown.fiscalYear()).rows()) {
            String number = row.indicator().no();
            list.add(new ListItem(new Anchor(
                    addressOf(shown).recording(shown.id(), number),
                    "%s　%s".formatted(number, row.indicator().name()))));
        }
        return list;
    }

    @Override
    protected void follow(Actor actor) {
        if (!no.isEmpty()) {
            take(actor, readAgain(actor));
        }
    }

    private void take(Actor actor, Meeting shown) {
        Optional.ofNullable(talk)
                .ifPresent(said -> said.show(
                        shown,
                        discussion
                                .pad(actor, shown.plan().slug(), new NoteTarget.Indicator(no), shown.fiscalYear())
                                .notes(),
                        outcomes.of(actor, shown.id())));
    }

    /** The projector has gone on. */
    @ClientCallable
    void goTo(String presented) {
        if (!presented.equals(no)) {
            getUI().ifPresent(ui ->
                    ui.navigate(addressOf(meeting()).recording(meeting().id(), presented)));
        }
    }
}
