package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesRight;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.publishing.meetings.MeetingPublication;
import jp.kyosei.backend.publishing.meetings.MeetingPublishing;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.meeting.MeetingWords;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;

/** Below published minutes, for the secretariat: whether everybody reads them without a login, and the steps that change it. */
final class OpenPagePart extends Div {
    private final MeetingPublishing publishing;
    private final ReportDesk reports;
    private final AskPlace place;
    private final MinutesRoundPart.Page page;

    OpenPagePart(MeetingPublishing publishing, ReportDesk reports, AskPlace place, MinutesRoundPart.Page page) {
        this.publishing = publishing;
        this.reports = reports;
        this.place = place;
        this.page = page;
        addClassName("minutes-open-page");
    }

    void show(Minutes minutes) {
        removeAll();
        if (!minutes.may(MinutesRight.TAKE_BACK)) {
            return;
        }
        MeetingPublication found = publishing.publication(page.actor(), page.meeting());
        if (minutes.state() != MinutesState.PUBLISHED && found.state() != PublicationState.PUBLISHED) {
            return;
        }
        Div buttons = new Div();
        buttons.addClassName("button-row");
        add(new H2("公開ページ"), new Paragraph(words(found)), buttons);
        boolean there = found.state() == PublicationState.PUBLISHED;
        if (there) {
            Anchor open = new Anchor(
                    "open/plans/%s/meetings/%s"
                            .formatted(found.plan(), found.meeting().value()),
                    "公開ページを見る");
            // Not a screen: the router must leave it to the browser.
            open.setRouterIgnore(true);
            open.setTarget("_blank");
            open.addClassName("button");
            buttons.add(open);
        }
        if (minutes.state() == MinutesState.PUBLISHED) {
            buttons.add(button(there ? "差し替える" : "公開ページに載せる", () -> askToPublish(found, there)));
            buttons.add(ReportLinks.publicPapers(reports, found.meeting()));
        }
        if (there) {
            buttons.add(button("公開ページから取り下げる", () -> askToWithdraw(found)));
        }
    }

    private static String words(MeetingPublication found) {
        Instant at = found.at();
        String when = at == null ? "" : MeetingWords.moment(at);
        return switch (found.state()) {
            case UNPUBLISHED -> "公開ページに載せると、この議事要旨と、発行した資料（意見一覧と名簿を除く）を、だれでもログインせずに読めます。";
            case PUBLISHED -> "公開ページに載っています（第%d版、%s）。議事要旨や資料を改めたら、差し替えてください。".formatted(found.revision(), when);
            case WITHDRAWN -> "公開ページから取り下げました（%s）。".formatted(when);
        };
    }

    private void askToPublish(MeetingPublication found, boolean there) {
        AskBox.of(
                        "議事要旨と、発行した資料（意見一覧と名簿を除く）を、だれでもログインせずに読めるようにします。" + "「公開される資料」で、出るものを先に確かめてください。",
                        there ? "差し替える" : "公開ページに載せる",
                        () -> change(() -> {
                            publishing.publish(page.actor(), page.meeting(), found.version());
                            return "公開ページに載せました。出るまで、1分ほどかかることがあります。";
                        }))
                .askIn(place);
    }

    private void askToWithdraw(MeetingPublication found) {
        AskBox.withReasons(
                        "公開ページから取り下げます。だれも公開ページで読めなくなります。",
                        "取り下げる理由（履歴に残り、公開はされません）",
                        "公開ページに出す理由（書かなければ、取り下げた日だけが出ます）",
                        "取り下げる",
                        (reason, told) -> change(() -> {
                            publishing.withdraw(page.actor(), page.meeting(), found.version(), reason, told);
                            return "公開ページから取り下げました。";
                        }))
                .askIn(place);
    }

    private void change(Supplier<String> work) {
        place.attempt(work);
        page.showAgain();
    }

    private static Button button(String label, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("button");
        return button;
    }
}
