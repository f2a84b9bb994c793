package jp.kyosei.backend.meeting.paper;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.NoticeWords;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mails about papers. */
@Singleton
final class PaperNotices {
    private static final Set<Role> COUNCIL = Set.of(Role.COMMITTEE, Role.SECRETARIAT);

    private final MailService mail;

    PaperNotices(MailService mail) {
        this.mail = mail;
    }

    /** Tells committee and secretariat what lies on the table now. */
    void issued(Actor actor, OpenMeeting opened, List<Issue> issues) {
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
                        "会議資料を%s（%s）"
                                .formatted(replaced ? "差し替えました" : "発行しました", NoticeWords.shortened(meeting.title())),
                        """
                        %s
                        %sの資料を%s。
                        開催日：%s

                        %s

                        Kyosei の「懇談会」で、この懇談会を選ぶと読めます。""".formatted(
                                        opened.plan().title(),
                                        meeting.title(),
                                        replaced ? "差し替えました" : "発行しました",
                                        NoticeWords.day(meeting.heldOn()),
                                        papers),
                        opened.plan().id(),
                        "issue/" + issues.getFirst().id())));
    }
}
