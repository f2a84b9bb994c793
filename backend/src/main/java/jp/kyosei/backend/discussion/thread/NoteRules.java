package jp.kyosei.backend.discussion.thread;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Rights;
import jp.kyosei.backend.discussion.Standing;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.Writing;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with notes, as the access policy, the state of a note and the comment window say together.
 *
 * @param windows the comment windows of the plan's meetings
 */
record NoteRules(AccessPolicy policy, Actor actor, OwnerId owner, List<CommentWindow> windows, LocalDate today) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPANESE);

    NoteRules {
        windows = List.copyOf(windows);
    }

    /** Whether the actor may write a new note, and who may see it. */
    Writing writing() {
        CommentWindow window = windowToName();
        if (!policy.canDiscuss(actor, owner)) {
            return new Writing(false, "意見を書けるのは、委員、事務局、担当課の人です。", new LinkedHashSet<>(), window);
        }
        String refusal = waitsForWindow() ? closed() : "";
        return new Writing(refusal.isEmpty(), refusal, choices(), window);
    }

    /** The committee writes only while a meeting takes comments; the others always. */
    private boolean waitsForWindow() {
        return policy.speaksForCommittee(actor, owner) && openWindow().isEmpty();
    }

    Optional<CommentWindow> openWindow() {
        return windows.stream().filter(window -> window.isOpen(today)).findFirst();
    }

    /** The visibilities that the actor may choose for a new note: what they could not see themselves is no choice. */
    SequencedSet<Visibility> choices() {
        return policy.discussionSight(actor, owner).council()
                ? new LinkedHashSet<>(List.of(Visibility.COUNCIL, Visibility.MEMBERS, Visibility.PUBLIC))
                : new LinkedHashSet<>(List.of(Visibility.MEMBERS, Visibility.PUBLIC));
    }

    /** For whom the actor speaks in the owner. */
    Standing standing() {
        if (isSecretariat()) {
            return Standing.SECRETARIAT;
        }
        return policy.speaksForCommittee(actor, owner) ? Standing.COMMITTEE : Standing.MUNICIPALITY;
    }

    /** Whether the actor sees the note at all: a withdrawn one is left to its author and the secretariat. */
    boolean sees(NoteRow note) {
        return Visibility.valueOf(note.visibility())
                        .isSeenBy(
                                policy.discussionSight(actor, owner),
                                note.author().person())
                && (note.withdrawnAt() == null || wrote(note) || isSecretariat());
    }

    /** @param concerned who is asked: the desk that the note is assigned to, else those that report its indicator */
    Rights rights(NoteRow note, Collection<Desk> concerned) {
        if (note.withdrawnAt() != null || !policy.canDiscuss(actor, owner)) {
            return Rights.NONE;
        }
        Set<NoteRight> granted = EnumSet.noneOf(NoteRight.class);
        for (NoteRight right : NoteRight.values()) {
            if (grants(right, note, concerned)) {
                granted.add(right);
            }
        }
        return new Rights(granted, visibilities(note));
    }

    private boolean grants(NoteRight right, NoteRow note, Collection<Desk> concerned) {
        return switch (right) {
            case REPLY -> takesPart(note, concerned) && !waitsForWindow() && !isClosed(note);
            case ANSWER -> answers(concerned) && !isClosed(note);
            case EDIT -> wrote(note) && !waitsForWindow() && isOpen(note);
            case WITHDRAW -> wrote(note) && !isClosed(note);
            case CLOSE -> (isSecretariat() || wrote(note)) && !isClosed(note);
            case REOPEN -> (isSecretariat() || (wrote(note) && !waitsForWindow())) && !isOpen(note);
            case ASSIGN -> isSecretariat();
        };
    }

    /** Those who are asked, its author, and whoever sees what passes between committee and secretariat. */
    private boolean takesPart(NoteRow note, Collection<Desk> concerned) {
        return answers(concerned)
                || wrote(note)
                || policy.discussionSight(actor, owner).council();
    }

    private boolean answers(Collection<Desk> concerned) {
        return policy.canAnswer(actor, owner, concerned);
    }

    private boolean isSecretariat() {
        return policy.canKeepPlans(actor, owner);
    }

    private static boolean isOpen(NoteRow note) {
        return NoteState.OPEN.name().equals(note.state());
    }

    private static boolean isClosed(NoteRow note) {
        return NoteState.CLOSED.name().equals(note.state());
    }

    private Set<Visibility> visibilities(NoteRow note) {
        Visibility now = Visibility.valueOf(note.visibility());
        Set<Visibility> others = EnumSet.noneOf(Visibility.class);
        for (Visibility other : Visibility.values()) {
            if ((wrote(note) && other.isNarrowerThan(now)) || (isSecretariat() && now.isNarrowerThan(other))) {
                others.add(other);
            }
        }
        return others;
    }

    /** A reply is its author's, until the note is closed or, for the committee, the window. */
    boolean mayEdit(NoteRow note, ReplyRow reply) {
        return note.withdrawnAt() == null
                && reply.withdrawnAt() == null
                && reply.authorId().equals(actor.person().value())
                && !isClosed(note)
                && policy.canDiscuss(actor, owner)
                && !waitsForWindow();
    }

    /** Why something that the actor's standing would allow is not possible as things stand; empty if nothing is in the way. */
    Optional<String> obstacle(NoteRow note) {
        if (note.withdrawnAt() != null) {
            return Optional.of("この意見は取り下げられています。");
        }
        if (waitsForWindow()) {
            return Optional.of(closed());
        }
        if (isClosed(note)) {
            return Optional.of("この意見は完了になっています。続けるときは、先に「もう一度開く」を押してください。");
        }
        return Optional.empty();
    }

    private boolean wrote(NoteRow note) {
        return note.authorId().equals(actor.person().value());
    }

    private @Nullable CommentWindow windowToName() {
        return openWindow().or(this::nextWindow).or(this::lastWindow).orElse(null);
    }

    private Optional<CommentWindow> nextWindow() {
        return windows.stream()
                .filter(window -> window.opensOn().isAfter(today))
                .min(Comparator.comparing(CommentWindow::opensOn));
    }

    private Optional<CommentWindow> lastWindow() {
        return windows.stream()
                .filter(window -> window.closesOn().isBefore(today))
                .max(Comparator.comparing(CommentWindow::closesOn));
    }

    private String closed() {
        String next = nextWindow()
                .map(window -> "次の受付（%s）は %s からです。".formatted(window.title(), DAY.format(window.opensOn())))
                .orElse("次の受付が始まると、メールでお知らせします。急ぎのときは事務局にご連絡ください。");
        return lastWindow()
                .map(window ->
                        "意見の受付（%s）は %s に終わりました。%s".formatted(window.title(), DAY.format(window.closesOn()), next))
                .orElse("いまは意見の受付期間ではありません。" + next);
    }
}
