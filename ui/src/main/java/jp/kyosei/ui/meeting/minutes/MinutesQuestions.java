package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.minutes.ConfidentialPassage;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;

/** Asks before minutes are drafted anew, approved, published or taken back, and does it. */
final class MinutesQuestions {
    private final MinutesService service;
    private final AskPlace question;
    private final Page page;

    /** The page of the minutes, as far as the questions need it. */
    interface Page {
        Actor actor();

        MeetingId meeting();

        /** Of the minutes that are shown. */
        long version();

        void take(Minutes minutes);

        /** Puts a fresh draft in the place of what was written. */
        void takeDraft(Minutes drafted);

        /** Runs it where all that was written is saved, else the other. */
        void whenSaved(Runnable saved, Runnable unsaved);
    }

    MinutesQuestions(MinutesService service, AskPlace question, Page page) {
        this.service = service;
        this.question = question;
        this.page = page;
    }

    void askToDraft() {
        if (page.version() == 0) {
            draft();
            return;
        }
        AskBox.of("次第・出欠・意見・決まったことから文を作り直します。いまの文はなくなります。", "作り直す", this::draft).askIn(question);
    }

    private void draft() {
        attempt(() -> {
            page.takeDraft(service.draft(page.actor(), page.meeting(), page.version()));
            return "下書きを作りました。読み直して、足りないところを書き足してください。";
        });
    }

    void askToApprove() {
        page.whenSaved(this::askToApproveWhatIsSaved, () -> question.say("保存していない変更があります。先に保存してください。"));
    }

    /** What is confidential is listed first, each passage with what to do. */
    private void askToApproveWhatIsSaved() {
        List<ConfidentialPassage> passages = service.confidential(page.actor(), page.meeting());
        AskBox box = AskBox.of(
                passages.isEmpty()
                        ? "この文を承認します。承認した後は、取り消すまで直せません。"
                        : "公開できない文かもしれないところが %d か所あります。確かめてから承認してください。承認した後は、取り消すまで直せません。".formatted(passages.size()),
                "承認する",
                () -> attempt(() -> {
                    page.take(service.approve(page.actor(), page.meeting(), page.version()));
                    return "承認しました。";
                }));
        if (!passages.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("confidential");
            passages.forEach(passage -> list.add(new ListItem("「%s」　%s".formatted(passage.words(), passage.why()))));
            box.addComponentAtIndex(1, list);
        }
        box.askIn(question);
    }

    void askToPublish() {
        AskBox.of(
                        "議事要旨を公開します。計画を見られる人すべてに見えます。",
                        "公開する",
                        () -> attempt(() -> {
                            page.take(service.publish(page.actor(), page.meeting(), page.version()));
                            return "公開しました。";
                        }))
                .askIn(question);
    }

    void askToTakeBack() {
        AskBox.withReason(
                        "作成中に戻します。戻すと、事務局のほかには見えなくなります。",
                        "取り消す理由",
                        "取り消す",
                        reason -> attempt(() -> {
                            page.take(service.takeBack(page.actor(), page.meeting(), page.version(), reason));
                            return "作成中に戻しました。";
                        }))
                .askIn(question);
    }

    private void attempt(Supplier<String> work) {
        question.attempt(work);
        page.take(service.minutes(page.actor(), page.meeting()));
    }
}
