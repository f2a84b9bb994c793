package jp.kyosei.backend.meeting.outcome;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingReading;
import jp.kyosei.backend.meeting.MeetingTrail;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Keeps what came out of meetings, and follows it to the next one. */
@Singleton
public class OutcomeService {
    private static final SubjectKind KIND = SubjectKind.OUTCOME;

    private final MeetingReading reading;
    private final OutcomeRepository repository;
    private final IndicatorService indicators;
    private final NoteReading discussion;
    private final MeetingTrail trail;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    OutcomeService(
            MeetingReading reading,
            OutcomeRepository repository,
            IndicatorService indicators,
            NoteReading discussion,
            MeetingTrail trail,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.reading = reading;
        this.repository = repository;
        this.indicators = indicators;
        this.discussion = discussion;
        this.trail = trail;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /** The outcomes of a meeting, in the order of the plan, then of recording. */
    public List<Outcome> outcomes(Actor actor, MeetingId meeting) {
        return door.read(actor, () -> ofMeetingWithin(actor, reading.openWithin(actor, meeting)));
    }

    /** The outcomes of earlier meetings of the same plan that are not reflected yet, the oldest first. */
    public List<Outcome> followed(Actor actor, MeetingId meeting) {
        return door.read(actor, () -> followedWithin(actor, reading.openWithin(actor, meeting)));
    }

    /** As {@link #outcomes}; to be called inside an open {@link TenantDoor}. */
    public List<Outcome> ofMeetingWithin(Actor actor, OpenMeeting opened) {
        Known known = known(actor, opened.content());
        return repository.ofMeeting(opened.ownerId(), opened.id()).stream()
                .sorted(Comparator.comparingInt(known::place))
                .map(known::outcome)
                .toList();
    }

    /** As {@link #followed}; to be called inside an open {@link TenantDoor}. */
    public List<Outcome> followedWithin(Actor actor, OpenMeeting opened) {
        Known known = known(actor, opened.content());
        return repository
                .leftBefore(
                        opened.ownerId(),
                        opened.plan().id().value(),
                        opened.meeting().heldOn())
                .stream()
                .map(known::outcome)
                .toList();
    }

    /** @throws NotFoundException if there is no such outcome, or it is another owner's */
    public Outcome outcome(Actor actor, OutcomeId id) {
        return door.read(actor, () -> {
            OutcomeRow row = repository.find(id.value()).orElseThrow(NotFoundException::new);
            return known(
                            actor,
                            reading.openWithin(actor, new MeetingId(row.meetingId()))
                                    .content())
                    .outcome(row);
        });
    }

    /**
     * Records an outcome.
     *
     * @throws NotFoundException if there is no such meeting, indicator or note
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the text is blank or too long, or the meeting is called off
     */
    public Outcome record(Actor actor, MeetingId meeting, NewOutcome outcome) {
        return door.write(actor, () -> {
            OpenMeeting opened = reading.openHeldForChangeWithin(actor, meeting);
            String text = text(outcome.text());
            Known known = known(actor, opened.content());
            UUID indicator = subject(actor, opened, known, outcome);
            OutcomeId id = OutcomeId.next();
            NoteId note = outcome.note();
            repository.insertOutcome(
                    opened.ownerId(),
                    id.value(),
                    meeting.value(),
                    indicator,
                    note == null ? null : note.value(),
                    text,
                    outcome.status().name(),
                    actor.person().value(),
                    actor.displayName(),
                    clock.instant());
            leave(
                    actor,
                    opened,
                    Deed.RECORD_OUTCOME,
                    indicator,
                    Map.of(),
                    Map.of("status", outcome.status().name()),
                    "");
            return known.outcome(repository.find(id.value()).orElseThrow(NotFoundException::new));
        });
    }

    /**
     * Says what became of an outcome.
     *
     * @param version that the change began from; below 0 for whatever is there
     * @param remark what was done about it; may be empty
     * @throws StaleException if somebody else has changed it meanwhile
     */
    public Outcome mark(Actor actor, OutcomeId id, long version, OutcomeStatus status, String remark) {
        return door.write(actor, () -> {
            OutcomeRow row = forChange(actor, id);
            String why = TypedText.checked(TextKind.REASON, "remark", "対応の内容", remark);
            return update(actor, row, version, row.text(), status, why, Deed.MARK_OUTCOME);
        });
    }

    /** Changes the words of an outcome; errors as {@link #mark} and {@link #record}. */
    public Outcome reword(Actor actor, OutcomeId id, long version, String text) {
        return door.write(actor, () -> {
            OutcomeRow row = forChange(actor, id);
            return update(
                    actor,
                    row,
                    version,
                    text(text),
                    OutcomeStatus.valueOf(row.status()),
                    row.remark(),
                    Deed.REWORD_OUTCOME);
        });
    }

    /** Removes an outcome that was recorded by mistake; errors as {@link #mark}. */
    public void remove(Actor actor, OutcomeId id, long version) {
        door.write(actor, () -> {
            OutcomeRow row = forChange(actor, id);
            OpenMeeting opened = reading.openWithin(actor, new MeetingId(row.meetingId()));
            if (repository.deleteOutcome(row.ownerId(), row.id(), version) == 0) {
                throw new StaleException();
            }
            leave(actor, opened, Deed.REMOVE_OUTCOME, row.indicatorId(), Map.of("status", row.status()), Map.of(), "");
            return true;
        });
    }

    private OutcomeRow forChange(Actor actor, OutcomeId id) {
        OutcomeRow row = repository.find(id.value()).orElseThrow(NotFoundException::new);
        policy.checkCanKeepPlans(actor, new OwnerId(row.ownerId()));
        return row;
    }

    private Outcome update(
            Actor actor, OutcomeRow row, long version, String text, OutcomeStatus status, String remark, Deed action) {
        OpenMeeting opened = reading.openWithin(actor, new MeetingId(row.meetingId()));
        if (repository.updateOutcome(row.ownerId(), row.id(), text, status.name(), remark, version) == 0) {
            throw new StaleException();
        }
        leave(
                actor,
                opened,
                action,
                row.indicatorId(),
                Map.of("status", row.status()),
                Map.of("status", status.name()),
                remark);
        return known(actor, opened.content()).outcome(repository.find(row.id()).orElseThrow(NotFoundException::new));
    }

    private void leave(
            Actor actor,
            OpenMeeting opened,
            Deed action,
            @Nullable UUID indicator,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        trail.leaveWithin(
                actor,
                opened.plan(),
                opened.meeting().fiscalYear(),
                action,
                KIND,
                opened.meeting().title(),
                indicator,
                before,
                after,
                reason);
    }

    /** The indicator that is named, else the one of the note. */
    private @Nullable UUID subject(Actor actor, OpenMeeting opened, Known known, NewOutcome outcome) {
        NoteId wanted = outcome.note();
        Note note = wanted == null
                ? null
                : discussion
                        .notesWithin(actor, opened.content(), opened.meeting().fiscalYear())
                        .stream()
                        .filter(one -> one.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        String no = outcome.no();
        if (no != null) {
            return known.numbered(no).id().value();
        }
        return note != null && note.subject() instanceof NoteSubject.OfIndicator indicator
                ? indicator.id().value()
                : null;
    }

    private static String text(String text) {
        return TypedText.required(TextKind.NOTE, "text", "本文", text, "本文を書いてください。")
                .strip();
    }

    private Known known(Actor actor, PlanContent content) {
        OwnerId owner = content.plan().owner();
        return new Known(
                indicators.indicatorsWithin(content),
                policy.discussionSight(actor, owner).council(),
                policy.canKeepPlans(actor, owner));
    }

    /** What is needed to show outcomes to one reader. */
    private static final class Known {
        private final Map<IndicatorId, Indicator> byId;
        private final Map<IndicatorId, Integer> places = new HashMap<>();
        private final boolean council;
        private final boolean secretariat;

        Known(List<Indicator> indicators, boolean council, boolean secretariat) {
            this.byId = indicators.stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
            indicators.forEach(indicator -> places.put(indicator.id(), places.size()));
            this.council = council;
            this.secretariat = secretariat;
        }

        Indicator numbered(String no) {
            return byId.values().stream()
                    .filter(indicator -> indicator.no().equals(no))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }

        /** The plan as a whole comes first. */
        int place(OutcomeRow row) {
            UUID indicator = row.indicatorId();
            return indicator == null ? -1 : places.getOrDefault(new IndicatorId(indicator), Integer.MAX_VALUE);
        }

        Outcome outcome(OutcomeRow row) {
            UUID note = row.noteId();
            return new Outcome(
                    new OutcomeId(row.id()),
                    new MeetingId(row.meetingId()),
                    row.meetingTitle(),
                    subject(row.indicatorId()),
                    note == null || !council ? null : new NoteId(note),
                    row.text(),
                    OutcomeStatus.valueOf(row.status()),
                    row.remark(),
                    row.recordedByName(),
                    row.recordedAt(),
                    row.version(),
                    secretariat);
        }

        private Outcome.@Nullable Subject subject(@Nullable UUID id) {
            if (id == null) {
                return null;
            }
            Indicator indicator = byId.get(new IndicatorId(id));
            return indicator == null
                    ? new Outcome.Subject(new IndicatorId(id), "", "いまの計画にない指標")
                    : new Outcome.Subject(indicator.id(), indicator.no(), indicator.name());
        }
    }
}
