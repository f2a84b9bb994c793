package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mails of meetings. */
@Singleton
final class MeetingNotices {
    /** How long before its last day the committee is told that a window closes. */
    static final int DAYS_BEFORE_CLOSING = 3;

    private static final int LONGEST_TITLE = 100;
    private static final Set<Role> COMMITTEE = Set.of(Role.COMMITTEE);
    private static final Set<Role> COUNCIL = Set.of(Role.COMMITTEE, Role.SECRETARIAT);

    private final MailService mail;

    MeetingNotices(MailService mail) {
        this.mail = mail;
    }

    /** Tells committee and secretariat what lies on the table now. */
    void issued(Actor actor, Opened opened, List<Issue> issues) {
        Meeting meeting = opened.meeting();
        boolean replaced = issues.stream().allMatch(issue -> issue.revision() > 0);
        String papers = issues.stream()
                .map(issue -> "・%s %s".formatted(issue.label(), issue.title()))
                .collect(Collectors.joining("\n"));
        mail.postWithin(
                actor,
                opened.owner(),
                List.of(new Notice(
                        MailKind.PAPERS_ISSUED,
                        new Addressees.OfOwner(COUNCIL),
                        "会議資料を%s（%s）".formatted(replaced ? "差し替えました" : "発行しました", shortened(meeting.title())),
                        """
                        %s
                        %sの資料を%s。
                        開催日：%s

                        %s

                        Kyosei の「懇談会」で、この懇談会を選ぶと読めます。""".formatted(
                                        opened.plan().title(),
                                        meeting.title(),
                                        replaced ? "差し替えました" : "発行しました",
                                        words(meeting.heldOn()),
                                        papers),
                        opened.plan().id(),
                        "issue/" + issues.getFirst().id())));
    }

    /** Tells the committee that a window is open, and later that it closes soon; each once, however often it is called. */
    void windowWithin(WindowRow window, LocalDate today) {
        List<Notice> due = new ArrayList<>();
        due.add(notice(
                window,
                MailKind.WINDOW_OPENED,
                "意見の受付が始まりました（%s）",
                "%sに向けて、意見の受付が始まりました。",
                "opened/" + window.commentsOpenOn()));
        LocalDate warning = window.commentsCloseOn().minusDays(DAYS_BEFORE_CLOSING);
        // A window that is hardly longer is announced with its last day already.
        if (window.commentsOpenOn().isBefore(warning) && !today.isBefore(warning)) {
            due.add(notice(
                    window,
                    MailKind.WINDOW_CLOSING,
                    "意見の受付がまもなく終わります（%s）",
                    "%sに向けた意見の受付が、まもなく終わります。",
                    "closing/" + window.commentsCloseOn()));
        }
        mail.postForServiceWithin(new OwnerId(window.ownerId()), due);
    }

    private static Notice notice(WindowRow window, MailKind kind, String subject, String sentence, String event) {
        return new Notice(
                kind,
                new Addressees.OfOwner(COMMITTEE),
                subject.formatted(shortened(window.title())),
                """
                %s
                受付期間：%sから%sまで
                開催日：%s

                Kyosei の「指標を読む」を開くと、指標を一つずつ読みながら、その場で意見や質問を書けます。""".formatted(
                                sentence.formatted(window.title()),
                                words(window.commentsOpenOn()),
                                words(window.commentsCloseOn()),
                                words(window.heldOn())),
                new PlanId(window.planId()),
                "window/%s/%s".formatted(window.id(), event));
    }

    private static String shortened(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= LONGEST_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private static String words(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
