package jp.kyosei.backend.meeting.minutes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingReading;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.MeetingTrail;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/**
 * The members' round of corrections: the secretariat asks by a day, members who attended propose other words for passages, the
 * secretariat takes or declines each with a word. Minutes are not approved while one waits.
 */
@Singleton
public class RoundService {
    private static final int MOST_CORRECTIONS = 500;

    private final MeetingReading reading;
    private final MinutesRepository minutes;
    private final RoundRepository rounds;
    private final RoundNotices notices;
    private final MeetingTrail trail;
    private final CommitteeService committee;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    RoundService(
            MeetingReading reading,
            MinutesRepository minutes,
            RoundRepository rounds,
            RoundNotices notices,
            MeetingTrail trail,
            CommitteeService committee,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.reading = reading;
        this.minutes = minutes;
        this.rounds = rounds;
        this.notices = notices;
        this.trail = trail;
        this.committee = committee;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The round as the reader sees it; without days and corrections for whoever is neither of the committee nor the
     * secretariat.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's
     */
    public MinutesRound round(Actor actor, MeetingId meeting) {
        return door.read(actor, () -> read(actor, reading.openWithin(actor, meeting)));
    }

    /**
     * Asks the members, or moves the day by which they are asked.
     *
     * @param dueOn the last day on which they propose
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if nothing is written yet, or it is approved, or the day lies in the past
     */
    public MinutesRound open(Actor actor, MeetingId meeting, LocalDate dueOn) {
        return door.write(actor, () -> {
            OpenMeeting opened = reading.openHeldForChangeWithin(actor, meeting);
            draft(opened);
            if (dueOn.isBefore(LocalDate.now(clock))) {
                throw new RefusedException("確認の期限には、今日以後の日を指定してください。");
            }
            Optional<RoundRow> before = rounds.find(opened.ownerId(), opened.id());
            rounds.put(opened.ownerId(), opened.id(), dueOn, actor.displayName(), clock.instant());
            record(
                    actor,
                    opened,
                    Deed.OPEN_MINUTES_ROUND,
                    before.filter(RoundRow::isOpen)
                            .<Map<String, Object>>map(
                                    row -> Map.of("dueOn", row.dueOn().toString()))
                            .orElse(Map.of()),
                    Map.of("dueOn", dueOn.toString()),
                    "");
            notices.opened(actor, opened, dueOn);
            return read(actor, opened);
        });
    }

    /**
     * Proposes other words for a passage.
     *
     * @param passage a line of the minutes as it stands, without the sign of a heading or an item: {@link Passage#words}
     * @param proposed in its place; blank if it is to go
     * @param reason why; may be blank
     * @throws NotFoundException as {@link #round}
     * @throws ForbiddenException if the actor is not of the committee, or was absent
     * @throws RefusedException if no round is open, its last day is over, or no line or several have these words
     */
    public MinutesRound propose(Actor actor, MeetingId meeting, String passage, String proposed, String reason) {
        return door.write(actor, () -> {
            OpenMeeting opened = reading.openWithin(actor, meeting);
            Optional<RoundRow> round =
                    rounds.find(opened.ownerId(), opened.id()).filter(RoundRow::isOpen);
            policy.checkAllowed(attended(actor, opened), "議事要旨の訂正を申し出られるのは、出席した委員です。");
            MinutesRow row = round.flatMap(any -> minutes.find(opened.ownerId(), opened.id()))
                    .orElseThrow(() -> new RefusedException("議事要旨の確認は、いまは行っていません。"));
            LocalDate dueOn = round.get().dueOn();
            if (dueOn.isBefore(LocalDate.now(clock))) {
                throw new RefusedException("議事要旨の確認は、%d月%d日で終わりました。訂正は事務局に直接お知らせください。"
                        .formatted(dueOn.getMonthValue(), dueOn.getDayOfMonth()));
            }
            String words = TypedText.required(TextKind.NOTE, "passage", "訂正する文", passage, "どの文を訂正するかを指定してください。")
                    .strip();
            String by = TypedText.checked(TextKind.NOTE, "proposed", "訂正後の文", proposed)
                    .strip()
                    .replaceAll("\\s*\\R\\s*", "　");
            String why =
                    TypedText.checked(TextKind.REASON, "reason", "理由", reason).strip();
            if (Passage.count(row.text(), words) != 1) {
                throw new RefusedException("この文は、いまの議事要旨にないか、同じ文がほかにもあります。画面を開き直して、文を選び直してください。");
            }
            if (by.equals(words)) {
                throw new RefusedException("訂正後の文が、いまの文と同じです。");
            }
            if (rounds.corrections(opened.ownerId(), opened.id()).size() >= MOST_CORRECTIONS) {
                throw new RefusedException("訂正の申し出は、1つの議事要旨に %d 件までです。事務局に直接お知らせください。".formatted(MOST_CORRECTIONS));
            }
            rounds.propose(
                    opened.ownerId(),
                    UUID.randomUUID(),
                    opened.id(),
                    words,
                    by,
                    why,
                    actor.person().value(),
                    actor.displayName(),
                    clock.instant());
            record(actor, opened, Deed.PROPOSE_CORRECTION, Map.of("body", words), Map.of("body", by), why);
            return read(actor, opened);
        });
    }

    /**
     * Takes a correction into the text, or declines it.
     *
     * @param answer the secretariat's word; required where it is declined
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws NotFoundException if there is no such correction
     * @throws RefusedException if it is decided, the minutes are approved, or the text says neither the old words nor the new
     */
    public MinutesRound decide(Actor actor, MeetingId meeting, UUID correction, boolean taken, String answer) {
        return door.write(actor, () -> {
            OpenMeeting opened = reading.openHeldForChangeWithin(actor, meeting);
            MinutesRow row = draft(opened);
            Correction found = rounds.corrections(opened.ownerId(), opened.id()).stream()
                    .map(CorrectionRow::correction)
                    .filter(one -> one.id().equals(correction))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            String word = taken
                    ? TypedText.checked(TextKind.REASON, "answer", "事務局のことば", answer)
                    : TypedText.required(TextKind.REASON, "answer", "見送る理由", answer, "見送る理由を書いてください。申し出た委員に見えます。");
            if (found.state() != Correction.State.OPEN) {
                throw new RefusedException(
                        "この申し出は、既に%sになっています。".formatted(found.state().label()));
            }
            if (taken) {
                take(row, found);
            }
            rounds.decide(
                    opened.ownerId(),
                    correction,
                    (taken ? Correction.State.TAKEN : Correction.State.DECLINED).name(),
                    word,
                    actor.displayName(),
                    clock.instant());
            record(
                    actor,
                    opened,
                    taken ? Deed.TAKE_CORRECTION : Deed.DECLINE_CORRECTION,
                    Map.of("body", found.passage()),
                    Map.of("body", found.proposed()),
                    word);
            return read(actor, opened);
        });
    }

    /** The words come in where the old ones stand; where they stand already, somebody has put them in by hand. */
    private void take(MinutesRow row, Correction found) {
        Optional<String> corrected = Passage.replaced(row.text(), found.passage(), found.proposed());
        if (corrected.isPresent()) {
            if (corrected.get().isBlank()) {
                throw new RefusedException("この文を除くと、議事要旨に何も残りません。");
            }
            if (minutes.updateText(row.ownerId(), row.meetingId(), corrected.get(), row.version()) == 0) {
                throw new StaleException();
            }
        } else if (Passage.count(row.text(), found.passage()) != 0
                || (!found.proposed().isBlank() && Passage.count(row.text(), found.proposed()) == 0)) {
            throw new RefusedException("申し出の文が、いまの議事要旨に見当たらないか、2 か所以上にあります。本文を直して保存してから、もう一度採用してください。");
        }
    }

    private MinutesRow draft(OpenMeeting opened) {
        MinutesRow row = minutes.find(opened.ownerId(), opened.id())
                .orElseThrow(() -> new RefusedException("議事要旨がまだありません。先に作成してください。"));
        if (MinutesState.valueOf(row.state()) != MinutesState.DRAFT) {
            throw new RefusedException("議事要旨は%sです。直すときは、理由を書いて作成中に戻してください。"
                    .formatted(MinutesState.valueOf(row.state()).label()));
        }
        return row;
    }

    private MinutesRound read(Actor actor, OpenMeeting opened) {
        Optional<RoundRow> round = rounds.find(opened.ownerId(), opened.id());
        Optional<MinutesRow> row = minutes.find(opened.ownerId(), opened.id());
        boolean secretariat = opened.meeting().may(MeetingRight.MINUTES);
        boolean draft =
                row.filter(one -> one.state().equals(MinutesState.DRAFT.name())).isPresent();
        boolean open = draft && round.filter(RoundRow::isOpen).isPresent();
        boolean proposes =
                open && attended(actor, opened) && !round.get().dueOn().isBefore(LocalDate.now(clock));
        List<Correction> corrections = new ArrayList<>();
        rounds.corrections(opened.ownerId(), opened.id()).forEach(one -> corrections.add(one.correction()));
        return new MinutesRound(
                round.map(RoundRow::dueOn).orElse(null),
                open,
                proposes ? row.map(one -> Passage.of(one.text())).orElse(List.of()) : List.of(),
                corrections,
                secretariat && draft,
                proposes,
                secretariat && draft);
    }

    /**
     * Of the committee, and not marked as absent as that member; by the name only where the 名簿 does not say who somebody was.
     * Whoever stands on no list is not shut out.
     */
    private boolean attended(Actor actor, OpenMeeting opened) {
        if (!policy.speaksForCommittee(actor, opened.owner())) {
            return false;
        }
        Set<MemberId> self = committee.membersWithin(opened.owner()).stream()
                .filter(member -> actor.person().equals(member.person()))
                .map(CommitteeMember::id)
                .collect(Collectors.toSet());
        return opened.meeting().participants().stream()
                .filter(one -> (one.member() == null || self.isEmpty())
                        ? one.isNamed(actor.displayName())
                        : self.contains(one.member()))
                .noneMatch(one -> one.attendance() == Attendance.ABSENT);
    }

    private void record(
            Actor actor,
            OpenMeeting opened,
            Deed deed,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        trail.leaveWithin(
                actor,
                opened.plan(),
                opened.meeting().fiscalYear(),
                deed,
                SubjectKind.MINUTES,
                opened.meeting().title(),
                null,
                before,
                after,
                reason);
    }
}
