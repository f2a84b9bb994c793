package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesRight;
import jp.kyosei.ui.meeting.MeetingWords;
import jp.kyosei.ui.plan.PlanAddress;
import org.jspecify.annotations.Nullable;

/** Over the minutes: of which meeting they are, how far they have come, and what can be done next. */
final class MinutesHeading extends Div {
    private final Meeting meeting;
    private final MinutesQuestions questions;
    private final Div buttons = new Div();
    private final Paragraph state = new Paragraph();

    MinutesHeading(Meeting meeting, String title, MinutesQuestions questions) {
        this.meeting = meeting;
        this.questions = questions;
        buttons.addClassName("button-row");
        Div line = new Div(new H1("%s　%s".formatted(meeting.title(), title)), buttons);
        line.addClassName("heading-line");
        Paragraph when = new Paragraph(MeetingWords.whenAndWhere(meeting));
        when.addClassName("when");
        add(line, when, state);
    }

    void show(Minutes found) {
        state.setText(stateOf(found));
        buttons.removeAll();
        addButtons(found);
    }

    private static String stateOf(Minutes minutes) {
        return switch (minutes.state()) {
            case DRAFT ->
                minutes.version() == 0
                        ? "まだ書かれていません。下書きを作ると、次第・出欠・意見・決まったことから文が入ります。"
                        : "作成中です。承認して公開するまで、事務局と、確認を依頼した委員だけに見えます。";
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
            buttons.add(button(written ? "下書きを作り直す" : "下書きを作る", !written, questions::askToDraft));
        }
        if (found.may(MinutesRight.APPROVE) && written) {
            buttons.add(button("承認する", true, questions::askToApprove));
        }
        if (found.may(MinutesRight.PUBLISH) && found.state() == MinutesState.APPROVED) {
            buttons.add(button("公開する", true, questions::askToPublish));
        }
        if (found.may(MinutesRight.TAKE_BACK)) {
            buttons.add(button(
                    found.state() == MinutesState.PUBLISHED ? "公開を取り消す" : "承認を取り消す", false, questions::askToTakeBack));
        }
        Anchor back = new Anchor(new PlanAddress(meeting.plan().slug()).meeting(meeting.id()), "懇談会へ戻る");
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
}
