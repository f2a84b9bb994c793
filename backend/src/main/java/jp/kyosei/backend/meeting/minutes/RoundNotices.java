package jp.kyosei.backend.meeting.minutes;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.meeting.NoticeWords;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mail that asks the members whether the minutes are right. */
@Singleton
final class RoundNotices {
    private static final Set<Role> COMMITTEE = Set.of(Role.COMMITTEE);

    private final MailService mail;

    RoundNotices(MailService mail) {
        this.mail = mail;
    }

    /** Once for each day that is set. */
    void opened(Actor actor, OpenMeeting opened, LocalDate dueOn) {
        String title = opened.meeting().title();
        mail.postWithin(
                actor,
                opened.owner(),
                List.of(new Notice(
                        MailKind.MINUTES_TO_CHECK,
                        new Addressees.OfOwner(COMMITTEE),
                        "議事要旨の確認のお願い（%s）".formatted(NoticeWords.shortened(title)),
                        """
                        %s
                        %sの議事要旨の案ができました。内容を確かめ、訂正があれば%sまでに申し出てください。

                        Kyosei の「懇談会」でこの懇談会を選び、「議事要旨を確かめる」を開くと、文ごとに訂正を申し出られます。""".formatted(opened.plan().title(), title, NoticeWords.day(dueOn)),
                        opened.plan().id(),
                        "minutes/%s/check/%s".formatted(opened.id(), dueOn))));
    }
}
