package jp.kyosei.backend.meeting.window;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.meeting.NoticeWords;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mails about comment windows. */
@Singleton
final class WindowNotices {
    /** How long before its last day the committee is told that a window closes. */
    static final int DAYS_BEFORE_CLOSING = 3;

    private static final Set<Role> COMMITTEE = Set.of(Role.COMMITTEE);

    private final MailService mail;

    WindowNotices(MailService mail) {
        this.mail = mail;
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
                subject.formatted(NoticeWords.shortened(window.title())),
                """
                %s
                受付期間：%sから%sまで
                開催日：%s

                Kyosei の「指標を読む」を開くと、指標を一つずつ読みながら、その場で意見や質問を書けます。""".formatted(
                                sentence.formatted(window.title()),
                                NoticeWords.day(window.commentsOpenOn()),
                                NoticeWords.day(window.commentsCloseOn()),
                                NoticeWords.day(window.heldOn())),
                new PlanId(window.planId()),
                "window/%s/%s".formatted(window.id(), event));
    }
}
