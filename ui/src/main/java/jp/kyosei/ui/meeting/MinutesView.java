package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesRight;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 議事要旨: drafted, written, approved and published by the secretariat; read by everyone once it is published. */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting/minutes", layout = MainLayout.class)
public final class MinutesView extends MeetingPage implements MinutesEditor.Desk {
    private static final String TITLE = "議事要旨";

    private final MinutesService service;
    private final AskPlace question = new AskPlace();
    private final Div state = new Div();
    private final Div buttons = new Div();
    private final Div text = new Div();
    private final Div preview = new Div();
    private @Nullable Minutes minutes;
    private @Nullable MinutesEditor editor;
    private String writer = "";

    public MinutesView(Sources sources, MinutesService service) {
        super(sources);
        this.service = service;
        buttons.addClassName("button-row");
        preview.addClassNames("minutes-preview", "minutes-text");
        preview.getElement().setAttribute("role", "region");
        preview.getElement().setAttribute("aria-label", "見え方");
    }

    @Override
    void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        Minutes found = service.minutes(actor, shown.id());
        placeAt(content, "%s　%s".formatted(shown.title(), TITLE), meetingsOf(shown), crumbOf(shown));
        addClassName("minutes-page");
        writer = actor.username();
        minutes = null;
        editor = null;
        question.removeAll();
        Div line = new Div(new H1("%s　%s".formatted(shown.title(), TITLE)), buttons);
        line.addClassName("heading-line");
        Paragraph when = new Paragraph(MeetingWords.whenAndWhere(shown));
        when.addClassName("when");
        add(line, when, state, question, text);
        take(found);
    }

    /** The text in the editor is the person's own; a change by somebody else shows when they save. */
    @Override
    void follow(Actor actor) {
        if (!question.isAsking()) {
            take(service.minutes(actor, meeting().id()));
        }
    }

    private void take(Minutes found) {
        Minutes before = minutes;
        if (found.equals(before)) {
            return;
        }
        minutes = found;
        state.removeAll();
        state.add(new Paragraph(stateOf(found)));
        buttons.removeAll();
        addButtons(found);
        if (found.may(MinutesRight.SAVE)) {
            edit(found);
        } else {
            editor = null;
            text.removeAll();
            text.add(html(found.text()));
        }
    }

    private void edit(Minutes found) {
        MinutesEditor shown = editor;
        if (shown == null) {
            shown = new MinutesEditor(this);
            editor = shown;
            preview.removeAll();
            preview.setVisible(false);
            text.removeAll();
            text.add(shown, preview);
        }
        shown.setContent(content(found));
    }

    private MinutesEditor.Content content(Minutes found) {
        return new MinutesEditor.Content(
                "%s/%s".formatted(found.meeting().value(), writer), found.text(), Long.toString(found.version()));
    }

    private static String stateOf(Minutes minutes) {
        return switch (minutes.state()) {
            case DRAFT ->
                minutes.version() == 0 ? "まだ書かれていません。下書きを作ると、次第・出欠・意見・決まったことから文が入ります。" : "作成中です。承認して公開するまで、事務局だけに見えます。";
            case APPROVED ->
                "%sが承認しました（%s）。公開すると、計画を見られる人すべてに見えます。".formatted(minutes.approvedBy(), moment(minutes.approvedAt()));
            case PUBLISHED -> "%sに公開しました。".formatted(moment(minutes.publishedAt()));
        };
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : MeetingWords.moment(moment);
    }

    private void addButtons(Minutes found) {
        boolean written = found.version() > 0;
        if (found.may(MinutesRight.DRAFT)) {
            buttons.add(button(written ? "下書きを作り直す" : "下書きを作る", !written, this::askToDraft));
        }
        if (found.may(MinutesRight.APPROVE) && written) {
            buttons.add(button("承認する", true, this::askToApprove));
        }
        if (found.may(MinutesRight.PUBLISH) && found.state() == MinutesState.APPROVED) {
            buttons.add(button("公開する", true, this::askToPublish));
        }
        if (found.may(MinutesRight.TAKE_BACK)) {
            buttons.add(button(
                    found.state() == MinutesState.PUBLISHED ? "公開を取り消す" : "承認を取り消す", false, this::askToTakeBack));
        }
        Anchor back = new Anchor(addressOf(meeting()).meeting(meeting().id()), "懇談会へ戻る");
        back.addClassName("button");
        buttons.add(back);
    }

    private static Button button(String label, boolean next, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("button");
        if (next) {
            button.addClassName("primary");
        }
        return button;
    }

    private void askToDraft() {
        if (version() == 0) {
            draft();
            return;
        }
        AskBox.of("次第・出欠・意見・決まったことから文を作り直します。いまの文はなくなります。", "作り直す", this::draft).askIn(question);
    }

    private void draft() {
        attempt(() -> {
            Minutes drafted = service.draft(actor(), meeting().id(), version());
            take(drafted);
            Optional.ofNullable(editor).ifPresent(shown -> shown.replaceContent(content(drafted)));
            return "下書きを作りました。読み直して、足りないところを書き足してください。";
        });
    }

    private void askToApprove() {
        MinutesEditor shown = editor;
        if (shown == null) {
            return;
        }
        shown.whenSaved(
                () -> AskBox.of(
                                "この文を承認します。承認した後は、取り消すまで直せません。",
                                "承認する",
                                () -> attempt(() -> {
                                    take(service.approve(actor(), meeting().id(), version()));
                                    return "承認しました。";
                                }))
                        .askIn(question),
                () -> question.say("保存していない変更があります。先に保存してください。"));
    }

    private void askToPublish() {
        AskBox.of(
                        "議事要旨を公開します。計画を見られる人すべてに見えます。",
                        "公開する",
                        () -> attempt(() -> {
                            take(service.publish(actor(), meeting().id(), version()));
                            return "公開しました。";
                        }))
                .askIn(question);
    }

    private void askToTakeBack() {
        AskBox.withReason(
                        "作成中に戻します。戻すと、事務局のほかには見えなくなります。",
                        "取り消す理由",
                        "取り消す",
                        reason -> attempt(() -> {
                            take(service.takeBack(actor(), meeting().id(), version(), reason));
                            return "作成中に戻しました。";
                        }))
                .askIn(question);
    }

    private void attempt(Supplier<String> work) {
        question.attempt(work);
        take(service.minutes(actor(), meeting().id()));
    }

    private long version() {
        return Optional.ofNullable(minutes).map(Minutes::version).orElse(0L);
    }

    @Override
    public MinutesEditor.Answer save(String typed, long version) {
        Actor actor = actor();
        try {
            Minutes saved = service.save(actor, meeting().id(), version, typed);
            take(saved);
            return new MinutesEditor.Answer(true, saved.text(), Long.toString(saved.version()), "", "");
        } catch (StaleException e) {
            Minutes theirs = service.minutes(actor, meeting().id());
            return new MinutesEditor.Answer(
                    false,
                    theirs.text(),
                    Long.toString(theirs.version()),
                    theirs.may(MinutesRight.SAVE) ? "" : "先に承認されたため、いまは直せません。",
                    "");
        } catch (RefusedException | ForbiddenException e) {
            return new MinutesEditor.Answer(
                    false, "", "", Optional.ofNullable(e.getMessage()).orElse("保存できませんでした。"), "");
        }
    }

    @Override
    public void preview(String typed) {
        preview.removeAll();
        preview.add(new H2("見え方"), html(typed));
        preview.setVisible(true);
        preview.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    private static Component html(String text) {
        return new Html("<div class=\"minutes-text\">%s</div>".formatted(NoteMarkup.minutesHtml(text)));
    }
}
