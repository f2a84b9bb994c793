package jp.kyosei.backend.meeting.minutes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingReading;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.MeetingTrail;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/**
 * Drafts, keeps and publishes minutes. Until they are published they are the secretariat's. Versions below 0 stand for
 * whatever is there.
 */
@Singleton
public class MinutesService {
    private static final String LEFT_OUT = "…\n\n（長いため、ここから後は入れていません。）\n";
    /**
     * Stands in a draft beside what may not go further than the municipalities that take part. Minutes are read by
     * everyone who reads the plan, so they cannot be published while it stands there.
     */
    public static final String MEMBERS_ONLY = "〔構成市町まで〕";

    private final MeetingReading reading;
    private final MinutesRepository repository;
    private final RoundRepository rounds;
    private final OutcomeService outcomes;
    private final NoteReading discussion;
    private final MeetingTrail trail;
    private final TenantDoor door;
    private final Clock clock;

    MinutesService(
            MeetingReading reading,
            MinutesRepository repository,
            RoundRepository rounds,
            OutcomeService outcomes,
            NoteReading discussion,
            MeetingTrail trail,
            TenantDoor door,
            Clock clock) {
        this.reading = reading;
        this.repository = repository;
        this.rounds = rounds;
        this.outcomes = outcomes;
        this.discussion = discussion;
        this.trail = trail;
        this.door = door;
        this.clock = clock;
    }

    /**
     * The minutes of a meeting: for the secretariat as they stand, empty with version 0 while nothing is stored.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's, or they are not published and the
     *     reader is not the secretariat
     */
    public Minutes minutes(Actor actor, MeetingId meeting) {
        return door.read(actor, () -> read(reading.openWithin(actor, meeting)));
    }

    /**
     * Composes the minutes from agenda, attendance, notes and outcomes, in place of what is there. Notes kept between
     * committee and secretariat never enter.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws StaleException if somebody else has changed them meanwhile
     * @throws RefusedException if they are approved or published
     */
    public Minutes draft(Actor actor, MeetingId meeting, long version) {
        return door.write(actor, () -> {
            Held held = openDraft(actor, meeting, version);
            OpenMeeting opened = held.opened();
            String composed = MinutesDraft.of(
                    opened.meeting(),
                    discussion.notesWithin(
                            actor, opened.content(), opened.meeting().fiscalYear()),
                    outcomes.ofMeetingWithin(actor, opened),
                    outcomes.followedWithin(actor, opened));
            return store(actor, held, fitting(composed), Deed.DRAFT_MINUTES);
        });
    }

    /** Keeps the text; errors as {@link #draft}, and if it is blank, too long or nested too deeply. */
    public Minutes save(Actor actor, MeetingId meeting, long version, String text) {
        return door.write(actor, () -> {
            Held held = openDraft(actor, meeting, version);
            String kept = checked(text);
            NoteMarkup.problemOfMinutes(kept).ifPresent(problem -> {
                throw new RefusedException(problem);
            });
            return store(actor, held, kept, Deed.SAVE_MINUTES);
        });
    }

    /**
     * What in the minutes is marked as not for everybody, or says word for word what the committee and the secretariat keep
     * between themselves; asked before they are approved.
     *
     * @throws NotFoundException as {@link #minutes}
     */
    public List<ConfidentialPassage> confidential(Actor actor, MeetingId meeting) {
        return door.read(actor, () -> {
            OpenMeeting opened = reading.openWithin(actor, meeting);
            return ConfidentialPassage.in(
                    read(opened).text(),
                    discussion.notesWithin(
                            actor, opened.content(), opened.meeting().fiscalYear()),
                    Visibility.MEMBERS);
        });
    }

    /**
     * The minutes with what in them not everybody may read, stricter than {@link #confidential}: what only the plan's readers
     * may read is named, too.
     *
     * @throws NotFoundException as {@link #minutes}
     */
    public PublicMinutes forEverybodyWithin(Actor actor, MeetingId meeting) {
        OpenMeeting opened = reading.openWithin(actor, meeting);
        Minutes found = read(opened);
        return new PublicMinutes(
                opened.meeting(),
                opened.content().ownerSlug(),
                found.state(),
                found.text(),
                ConfidentialPassage.in(
                        found.text(),
                        discussion.notesWithin(
                                actor, opened.content(), opened.meeting().fiscalYear()),
                        Visibility.PUBLIC));
    }

    /** Approves a draft, which ends the members' round; errors as {@link #draft}, and if one of them waits for an answer. */
    public Minutes approve(Actor actor, MeetingId meeting, long version) {
        return door.write(actor, () -> {
            Held held = openDraft(actor, meeting, version);
            UUID owner = held.opened().ownerId();
            long waiting = rounds.corrections(owner, held.opened().id()).stream()
                    .filter(one -> one.state().equals(Correction.State.OPEN.name()))
                    .count();
            if (waiting > 0) {
                throw new RefusedException("委員からの訂正の申し出が %d 件、残っています。採用するか見送るかを決めてから承認してください。".formatted(waiting));
            }
            rounds.close(owner, held.opened().id(), clock.instant());
            return turn(
                    actor,
                    held,
                    held.stored().approved(actor.person().value(), actor.displayName(), clock.instant()),
                    Deed.APPROVE_MINUTES,
                    "");
        });
    }

    /** Shows approved minutes to every reader of the plan; errors as {@link #draft}. */
    public Minutes publish(Actor actor, MeetingId meeting, long version) {
        return door.write(actor, () -> {
            Held held = open(actor, meeting, version);
            MinutesRow row = held.stored();
            if (state(row) != MinutesState.APPROVED) {
                throw new RefusedException(
                        "公開できるのは、承認済みの議事要旨です。いまは%sです。".formatted(state(row).label()));
            }
            if (row.text().contains(MEMBERS_ONLY)) {
                throw new RefusedException(
                        "議事要旨に「%s」と付いた意見が残っています。公開すると計画を見るすべての人が読みます。作成中に戻して、その意見を削るか、書いた本人の同意を得て印を消してください。"
                                .formatted(MEMBERS_ONLY));
            }
            return turn(actor, held, row.published(clock.instant()), Deed.PUBLISH_MINUTES, "");
        });
    }

    /**
     * Makes approved or published minutes a draft again.
     *
     * @param reason why; required, stays in the history
     */
    public Minutes takeBack(Actor actor, MeetingId meeting, long version, String reason) {
        return door.write(actor, () -> {
            Held held = open(actor, meeting, version);
            MinutesRow row = held.stored();
            if (state(row) == MinutesState.DRAFT) {
                throw new RefusedException("議事要旨は既に作成中です。");
            }
            return turn(
                    actor, held, row.drafted(), Deed.TAKE_BACK_MINUTES, TypedText.requiredReason("作成中に戻す理由", reason));
        });
    }

    /** A meeting held for change, and its minutes if any are stored. */
    private record Held(OpenMeeting opened, Optional<MinutesRow> found) {
        MinutesRow stored() {
            return found.orElseThrow(() -> new RefusedException("議事要旨がまだありません。先に作成してください。"));
        }
    }

    private Held open(Actor actor, MeetingId meeting, long version) {
        OpenMeeting opened = reading.openHeldForChangeWithin(actor, meeting);
        Optional<MinutesRow> found = repository.find(opened.ownerId(), opened.id());
        MeetingReading.checkVersion(version, found.map(MinutesRow::version).orElse(0L));
        return new Held(opened, found);
    }

    private Held openDraft(Actor actor, MeetingId meeting, long version) {
        Held held = open(actor, meeting, version);
        held.found()
                .map(MinutesService::state)
                .filter(state -> state != MinutesState.DRAFT)
                .ifPresent(state -> {
                    throw new RefusedException("議事要旨は%sです。直すときは、理由を書いて作成中に戻してください。".formatted(state.label()));
                });
        return held;
    }

    private Minutes store(Actor actor, Held held, String text, Deed action) {
        OpenMeeting opened = held.opened();
        long stored = held.found()
                .map(row -> repository.updateText(row.ownerId(), row.meetingId(), text, row.version()))
                .orElseGet(() -> repository.insertMinutes(opened.ownerId(), opened.id(), text));
        return done(actor, held, stored, action, "");
    }

    private Minutes turn(Actor actor, Held held, MinutesRow to, Deed action, String reason) {
        long stored = repository.turn(
                to.ownerId(),
                to.meetingId(),
                to.state(),
                to.approvedBy(),
                to.approvedByName(),
                to.approvedAt(),
                to.publishedAt(),
                to.version());
        return done(actor, held, stored, action, reason);
    }

    private Minutes done(Actor actor, Held held, long stored, Deed action, String reason) {
        if (stored == 0) {
            throw new StaleException();
        }
        OpenMeeting opened = held.opened();
        Map<String, Object> before = held.found()
                .<Map<String, Object>>map(row -> Map.of("state", row.state()))
                .orElse(Map.of());
        Minutes now = read(opened);
        trail.leaveWithin(
                actor,
                opened.plan(),
                opened.meeting().fiscalYear(),
                action,
                SubjectKind.MINUTES,
                opened.meeting().title(),
                null,
                before,
                Map.of("state", now.state().name()),
                reason);
        return now;
    }

    private Minutes read(OpenMeeting opened) {
        boolean may = opened.meeting().may(MeetingRight.MINUTES);
        Optional<MinutesRow> found = repository.find(opened.ownerId(), opened.id());
        if (found.isEmpty() && !may) {
            throw new NotFoundException();
        }
        return found.map(row -> new Minutes(
                        opened.meeting().id(),
                        row.text(),
                        state(row),
                        row.approvedByName(),
                        row.approvedAt(),
                        row.publishedAt(),
                        row.version(),
                        may ? rights(state(row)) : Set.of()))
                .orElseGet(() -> new Minutes(
                        opened.meeting().id(),
                        "",
                        MinutesState.DRAFT,
                        "",
                        null,
                        null,
                        0,
                        Set.of(MinutesRight.DRAFT, MinutesRight.SAVE)));
    }

    private static Set<MinutesRight> rights(MinutesState state) {
        return switch (state) {
            case DRAFT -> Set.of(MinutesRight.DRAFT, MinutesRight.SAVE, MinutesRight.APPROVE);
            case APPROVED -> Set.of(MinutesRight.PUBLISH, MinutesRight.TAKE_BACK);
            case PUBLISHED -> Set.of(MinutesRight.TAKE_BACK);
        };
    }

    private static MinutesState state(MinutesRow row) {
        return MinutesState.valueOf(row.state());
    }

    private static String checked(String text) {
        return TypedText.required(TextKind.MINUTES, "text", "議事要旨", text, "議事要旨の本文を書いてください。");
    }

    /** A draft of very many notes is cut: the secretariat shortens it anyway. */
    private static String fitting(String composed) {
        int length = composed.codePointCount(0, composed.length());
        return length <= Minutes.MAX_LENGTH
                ? composed
                : composed.substring(0, composed.offsetByCodePoints(0, Minutes.MAX_LENGTH - LEFT_OUT.length()))
                        + LEFT_OUT;
    }
}
