package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteChange;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.markup.NoteText;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Changes notes and replies that are there, and how they stand; what was there before is kept beside them. */
@Singleton
public class NoteChanging {
    private final NoteFinding finding;
    private final NoteWrites writes;
    private final ReplyRepository replies;
    private final NoteTrail trail;
    private final TenantDoor door;
    private final Clock clock;

    NoteChanging(
            NoteFinding finding,
            NoteWrites writes,
            ReplyRepository replies,
            NoteTrail trail,
            TenantDoor door,
            Clock clock) {
        this.finding = finding;
        this.writes = writes;
        this.replies = replies;
        this.trail = trail;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Changes one's own note while nobody has answered; the text before is kept.
     *
     * @throws ForbiddenException if it is somebody else's
     * @throws RefusedException if it was answered or withdrawn, or the comment window is closed
     * @throws StaleException if it was changed in between
     */
    public Note edit(Actor actor, NoteId note, long version, NoteKind kind, String text) {
        String checked = NoteText.typed(text);
        return change(
                actor,
                note,
                found -> found.note().rights().may(NoteRight.EDIT),
                "回答があった意見は直せません。返信で書き足してください。",
                found -> {
                    require(writes.edit(
                            found.owner().value(), note.value(), version, kind.name(), checked, clock.instant()));
                    trail.keepWithin(
                            actor,
                            found,
                            null,
                            NoteChange.What.EDITED,
                            found.row().text(),
                            checked,
                            "");
                    trail.recordWithin(
                            actor,
                            found,
                            Deed.EDIT_NOTE,
                            Map.of("kind", found.row().kind()),
                            Map.of("kind", kind.name()));
                });
    }

    /**
     * Changes one's own reply; the text before is kept.
     *
     * @throws NotFoundException if the note has no such reply
     */
    public Note editReply(Actor actor, NoteId note, UUID reply, long version, String text) {
        String checked = NoteText.typed(text);
        return change(actor, note, found -> found.reply(reply).mayEdit(), "この返信は、いまは直せません。", found -> {
            require(replies.edit(found.owner().value(), reply, version, checked, clock.instant()));
            trail.keepWithin(
                    actor,
                    found,
                    reply,
                    NoteChange.What.EDITED,
                    found.reply(reply).text(),
                    checked,
                    "");
            trail.recordWithin(actor, found, Deed.EDIT_REPLY, Map.of(), Map.of());
        });
    }

    /** Takes one's own note back: from then on only its author and the secretariat see it; errors as {@link #edit}. */
    public Note withdraw(Actor actor, NoteId note, long version) {
        return change(
                actor, note, found -> found.note().rights().may(NoteRight.WITHDRAW), "完了になった意見は取り下げられません。", found -> {
                    require(writes.withdraw(found.owner().value(), note.value(), version, clock.instant()));
                    trail.keepWithin(actor, found, null, NoteChange.What.WITHDRAWN, "", "", "");
                    trail.recordWithin(actor, found, Deed.WITHDRAW_NOTE, Map.of(), Map.of());
                });
    }

    /** Takes one's own reply back: its place stays, its text goes; errors as {@link #editReply}. */
    public Note withdrawReply(Actor actor, NoteId note, UUID reply, long version) {
        return change(actor, note, found -> found.reply(reply).mayEdit(), "この返信は、いまは取り下げられません。", found -> {
            require(replies.withdraw(found.owner().value(), reply, version, clock.instant()));
            trail.keepWithin(
                    actor,
                    found,
                    reply,
                    NoteChange.What.WITHDRAWN,
                    found.reply(reply).text(),
                    "",
                    "");
            trail.recordWithin(actor, found, Deed.WITHDRAW_REPLY, Map.of(), Map.of());
        });
    }

    /**
     * Changes who sees a note: narrower by its author, wider by the secretariat.
     *
     * @param consent how the author agreed, required to make somebody else's note wider; kept with the note
     * @throws ForbiddenException if the actor may not change it that way
     * @throws RefusedException if the consent is missing
     */
    public Note show(Actor actor, NoteId note, long version, Visibility visibility, String consent) {
        String given = TypedText.checked(TextKind.REASON, "consent", "本人の同意", consent);
        return change(
                actor,
                note,
                found -> found.note().rights().visibilities().contains(visibility),
                "見える人は、書いた本人が狭めるか、事務局が本人の同意を得て広げるかのどちらかだけができます。",
                found -> {
                    boolean wider = found.note().visibility().isNarrowerThan(visibility);
                    String agreed = found.isMine() && wider ? "本人による変更" : given;
                    if (wider && agreed.isEmpty()) {
                        throw new RefusedException("見える人を広げるには、書いた本人の同意をどのように得たか（日付と方法）を書いてください。");
                    }
                    require(writes.show(found.owner().value(), note.value(), version, visibility.name()));
                    trail.keepWithin(
                            actor,
                            found,
                            null,
                            NoteChange.What.VISIBILITY,
                            found.row().visibility(),
                            visibility.name(),
                            wider ? agreed : "");
                    trail.recordWithin(
                            actor,
                            found,
                            Deed.SHOW_NOTE,
                            Map.of("visibility", found.row().visibility()),
                            Map.of("visibility", visibility.name()));
                });
    }

    /**
     * Closes a note, or opens it again.
     *
     * @throws ForbiddenException if the actor is neither its author nor the owner's secretariat
     * @throws RefusedException if it does not stand so
     */
    public Note step(Actor actor, NoteId note, long version, NoteStep step) {
        NoteState state = step == NoteStep.CLOSE ? NoteState.CLOSED : NoteState.OPEN;
        return change(
                actor,
                note,
                found -> step == NoteStep.CLOSE
                        ? found.note().rights().may(NoteRight.CLOSE)
                        : found.note().rights().may(NoteRight.REOPEN),
                step == NoteStep.CLOSE ? "この意見は既に完了になっています。" : "この意見は既に開いています。",
                found -> {
                    require(writes.turn(
                            found.owner().value(),
                            note.value(),
                            version,
                            state.name(),
                            actor.person().value(),
                            clock.instant()));
                    trail.keepWithin(
                            actor,
                            found,
                            null,
                            NoteChange.What.STATE,
                            found.row().state(),
                            state.name(),
                            "");
                    trail.recordWithin(
                            actor,
                            found,
                            step == NoteStep.CLOSE ? Deed.CLOSE_NOTE : Deed.REOPEN_NOTE,
                            Map.of("state", found.row().state()),
                            Map.of("state", state.name()));
                });
    }

    private Note change(
            Actor actor, NoteId note, Predicate<FoundNote> allowed, String hindrance, Consumer<FoundNote> work) {
        return door.write(actor, () -> {
            FoundNote found = finding.open(actor, note);
            if (!allowed.test(found)) {
                throw found.hindered(hindrance);
            }
            work.accept(found);
            trail.announceWithin(found);
            return finding.open(actor, note).note();
        });
    }

    private static void require(long updated) {
        if (updated == 0) {
            throw new StaleException();
        }
    }
}
