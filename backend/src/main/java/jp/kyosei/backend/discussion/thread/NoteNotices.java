package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mails of the discussion. None holds a word of a note: a mail stays where it was sent, a note may be narrowed. */
@Singleton
class NoteNotices {
    private static final Set<Role> COUNCIL = EnumSet.of(Role.COMMITTEE, Role.SECRETARIAT);
    private static final Set<Role> MEMBERS =
            EnumSet.of(Role.COMMITTEE, Role.SECRETARIAT, Role.CONTRIBUTOR, Role.APPROVER, Role.ADMIN);
    private static final Set<Role> WHO_ANSWER = EnumSet.of(Role.CONTRIBUTOR, Role.APPROVER);
    private static final String WHERE_TO_READ = "\n\nKyosei の「意見・質問」でお読みください。";

    private final MailService mail;

    NoteNotices(MailService mail) {
        this.mail = mail;
    }

    /** A new note, for those who follow what it is about. */
    void written(Actor actor, Plan plan, NoteRow note, NoteSubject subject) {
        mail.postWithin(
                actor,
                plan.owner(),
                List.of(new Notice(
                        MailKind.NOTE_WRITTEN,
                        followers(note, Stream.of(aboutOf(note, plan), plan.id().value())),
                        "新しい意見・質問があります",
                        "%s の「%s」に、新しい意見・質問が書かれました。%s".formatted(plan.title(), subject.label(), WHERE_TO_READ),
                        plan.id(),
                        "note/%s/written".formatted(note.id()))));
    }

    /** A reply, for those who follow the note, its author among them. */
    void replied(Actor actor, Plan plan, NoteRow note, NoteSubject subject, UUID reply, boolean answers) {
        String what = answers ? "回答" : "返信";
        mail.postWithin(
                actor,
                plan.owner(),
                List.of(new Notice(
                        MailKind.NOTE_ANSWERED,
                        followers(
                                note,
                                Stream.of(
                                        note.id(),
                                        aboutOf(note, plan),
                                        plan.id().value())),
                        "意見・質問に%sがありました".formatted(what),
                        "%s の「%s」の意見・質問に、%sがありました。%s".formatted(plan.title(), subject.label(), what, WHERE_TO_READ),
                        plan.id(),
                        "note/%s/reply/%s".formatted(note.id(), reply))));
    }

    /** One mail to a desk, however many notes it is asked to answer. */
    void assigned(Actor actor, Plan plan, Desk desk, List<NoteRow> notes) {
        mail.postWithin(
                actor,
                plan.owner(),
                List.of(new Notice(
                        MailKind.NOTE_ASSIGNED,
                        new Addressees.OfTown(desk.town(), desk.department(), WHO_ANSWER),
                        "意見・質問への回答をお願いします",
                        "%s に寄せられた意見・質問 %d 件への回答を、事務局から依頼されました。%s".formatted(plan.title(), notes.size(), WHERE_TO_READ),
                        plan.id(),
                        "note/assigned/%s/%d".formatted(notes.getFirst().id(), notes.hashCode()))));
    }

    /**
     * Calls whoever is named in the text with an at sign, as far as they may see the note: the secretariat, the committee, a
     * town, or somebody who wrote in the thread.
     *
     * @param thread who wrote in the thread, by name
     * @param key which text it is
     */
    void mentioned(
            Actor actor,
            Plan plan,
            NoteRow note,
            NoteSubject subject,
            String text,
            Map<String, MunicipalityCode> towns,
            Map<String, PersonId> thread,
            UUID key) {
        if (text.indexOf('@') < 0 && text.indexOf('＠') < 0) {
            return;
        }
        String readable = text.replace('＠', '@');
        List<Addressees> called = new ArrayList<>();
        if (readable.contains("@事務局")) {
            called.add(new Addressees.OfOwner(Set.of(Role.SECRETARIAT)));
        }
        if (readable.contains("@委員")) {
            called.add(new Addressees.OfOwner(Set.of(Role.COMMITTEE)));
        }
        if (!Visibility.COUNCIL.name().equals(note.visibility())) {
            towns.forEach((name, town) -> {
                if (readable.contains("@" + name)) {
                    called.add(new Addressees.OfTown(town, null, WHO_ANSWER));
                }
            });
        }
        thread.forEach((name, person) -> {
            if (readable.contains("@" + name) && !person.equals(actor.person())) {
                called.add(new Addressees.Person(person));
            }
        });
        List<Notice> notices = new ArrayList<>();
        for (Addressees who : called) {
            notices.add(new Notice(
                    MailKind.MENTIONED,
                    who,
                    "意見・質問の中で呼ばれています",
                    "%s の「%s」の意見・質問で、あなた、または担当の組織が名指しされました。%s".formatted(plan.title(), subject.label(), WHERE_TO_READ),
                    plan.id(),
                    "note/%s/mentioned/%s/%d".formatted(note.id(), key, notices.size())));
        }
        mail.postWithin(actor, plan.owner(), notices);
    }

    private static Addressees.Followers followers(NoteRow note, Stream<UUID> followed) {
        Visibility visibility = Visibility.valueOf(note.visibility());
        return new Addressees.Followers(
                followed.collect(java.util.stream.Collectors.toUnmodifiableSet()),
                switch (visibility) {
                    case COUNCIL -> COUNCIL;
                    case MEMBERS -> MEMBERS;
                    case PUBLIC -> EnumSet.allOf(Role.class);
                },
                visibility == Visibility.COUNCIL);
    }

    private static UUID aboutOf(NoteRow note, Plan plan) {
        UUID indicator = note.indicatorId();
        return indicator == null ? plan.id().value() : indicator;
    }
}
