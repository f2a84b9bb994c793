package jp.kyosei.ui.meeting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;

/** Asks before a paper is issued, replaced, or a meeting cancelled, and does it. */
final class MeetingQuestions {
    private final MeetingPage page;
    private final AskPlace question;
    private final MeetingService meetings;
    private final PaperService papers;

    MeetingQuestions(MeetingPage page, AskPlace question, MeetingService meetings, PaperService papers) {
        this.page = page;
        this.question = question;
        this.meetings = meetings;
        this.papers = papers;
    }

    void askToIssue() {
        Set<Integer> unissued = new TreeSet<>();
        page.meeting().materials().stream()
                .filter(material -> !material.isIssued())
                .forEach(material -> unissued.add(material.number()));
        AskBox.of(
                        "資料を発行します。いまの実績・評価・文をそのまま固定し、後で実績を直しても発行した資料は変わりません。直したときは「差し替えて発行」できます。",
                        "発行する",
                        () -> attempt(() -> {
                            page.keep(papers.issue(page.actor(), page.meeting().id(), unissued));
                            return "資料を %d 件発行しました。".formatted(unissued.size());
                        }))
                .askIn(question);
    }

    void askToReplace(Material material) {
        AskBox.of(
                        "%sを、いまの実績・評価・文で差し替えて発行します。同じ数値を載せて発行済みのほかの資料も、内容が変わっていれば一緒に差し替わります。前に発行したものも残り、見比べられます。"
                                .formatted(material.label()),
                        "差し替えて発行する",
                        () -> attempt(() -> {
                            List<Material> before = page.meeting().materials();
                            page.keep(papers.issue(page.actor(), page.meeting().id(), Set.of(material.number())));
                            return "%sを発行しました。"
                                    .formatted(page.meeting().materials().stream()
                                            .filter(now -> !before.contains(now))
                                            .map(Material::label)
                                            .collect(Collectors.joining("、")));
                        }))
                .askIn(question);
    }

    void askToCancel() {
        AskBox.withReason(
                        "この懇談会を中止にします。意見の受付は終わります。発行した資料と記録は残ります。",
                        "中止の理由",
                        "中止にする",
                        reason -> attempt(() -> {
                            Meeting shown = page.meeting();
                            page.keep(meetings.cancel(page.actor(), shown.id(), shown.version(), reason));
                            return "中止にしました。";
                        }))
                .askIn(question);
    }

    private void attempt(Supplier<String> work) {
        question.attempt(work);
        page.reload();
    }
}
