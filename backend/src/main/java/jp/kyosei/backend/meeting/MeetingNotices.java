package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Writes the mails about meetings that are moved or called off. */
@Singleton
final class MeetingNotices {
    private static final Set<Role> COUNCIL = Set.of(Role.COMMITTEE, Role.SECRETARIAT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final String UNSETTLED = "未定";

    private final MailService mail;

    MeetingNotices(MailService mail) {
        this.mail = mail;
    }

    /**
     * Tells committee and secretariat what has changed of when and where, and of when comments are taken; nothing where none
     * of these has, or the meeting lay in the past and still does.
     */
    void changedWithin(Actor actor, OpenMeeting before, OpenMeeting after, LocalDate today) {
        Meeting was = before.meeting();
        Meeting is = after.meeting();
        List<String> changes = new ArrayList<>();
        change(changes, "開催日", NoticeWords.day(was.heldOn()), NoticeWords.day(is.heldOn()));
        change(changes, "時刻", hours(was), hours(is));
        change(changes, "場所", text(was.place()), text(is.place()));
        change(changes, "意見の受付期間", window(was.window()), window(is.window()));
        boolean past = was.heldOn().isBefore(today) && is.heldOn().isBefore(today);
        if (changes.isEmpty() || past) {
            return;
        }
        post(
                actor,
                after,
                "懇談会の予定が変わりました（%s）",
                "%sの予定が変わりました。\n\n%s".formatted(is.title(), String.join("\n", changes)));
    }

    /** Tells committee and secretariat that a meeting does not take place; nothing where it lay in the past. */
    void cancelledWithin(Actor actor, OpenMeeting after, LocalDate today) {
        Meeting meeting = after.meeting();
        if (meeting.heldOn().isBefore(today)) {
            return;
        }
        post(
                actor,
                after,
                "懇談会が中止になりました（%s）",
                "%sは中止になりました。\n\n開催予定だった日：%s\n理由：%s"
                        .formatted(meeting.title(), NoticeWords.day(meeting.heldOn()), meeting.cancelled()));
    }

    private void post(Actor actor, OpenMeeting opened, String subject, String body) {
        mail.postWithin(
                actor,
                opened.owner(),
                List.of(new Notice(
                        MailKind.MEETING_CHANGED,
                        new Addressees.OfOwner(COUNCIL),
                        subject.formatted(NoticeWords.shortened(opened.meeting().title())),
                        "%s\n%s\n\nKyosei の「懇談会」で、この懇談会を選ぶと読めます。"
                                .formatted(opened.plan().title(), body),
                        opened.plan().id(),
                        "meeting/%s/%s".formatted(opened.id(), UUID.randomUUID()))));
    }

    private static void change(List<String> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add("%s：%s（変更前 %s）".formatted(what, after, before));
        }
    }

    private static String hours(Meeting meeting) {
        LocalTime from = meeting.startsAt();
        LocalTime to = meeting.endsAt();
        return from == null ? UNSETTLED : TIME.format(from) + "から" + (to == null ? "" : TIME.format(to) + "まで");
    }

    private static String window(@Nullable CommentWindow window) {
        return window == null
                ? "なし"
                : "%sから%sまで".formatted(NoticeWords.day(window.opensOn()), NoticeWords.day(window.closesOn()));
    }

    private static String text(String text) {
        return text.isBlank() ? UNSETTLED : text;
    }
}
