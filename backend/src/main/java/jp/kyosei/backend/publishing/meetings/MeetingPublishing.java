package jp.kyosei.backend.publishing.meetings;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.minutes.ConfidentialPassage;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.minutes.PublicMinutes;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.report.PublicPapers;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Publishes the minutes of meetings with the papers handed out there, replaces and withdraws them: the owner's side. */
@Singleton
public class MeetingPublishing {
    /** Expected where any version will do. */
    public static final long ANY_VERSION = -1;

    private final MinutesService minutes;
    private final PublicPapers papers;
    private final MeetingPublicationRepository repository;
    private final AuditService audit;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Json json;
    private final Clock clock;

    MeetingPublishing(
            MinutesService minutes,
            PublicPapers papers,
            MeetingPublicationRepository repository,
            AuditService audit,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy,
            Json json,
            Clock clock) {
        this.minutes = minutes;
        this.papers = papers;
        this.repository = repository;
        this.audit = audit;
        this.live = live;
        this.door = door;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Where a meeting stands with the public.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public MeetingPublication publication(Actor actor, MeetingId meeting) {
        return door.read(actor, () -> stateWithin(allowedWithin(actor, meeting)));
    }

    /**
     * Publishes the minutes as they are, with the papers of figures as issued last; what was published of the meeting before
     * is replaced (差替).
     *
     * @param expected the {@link MeetingPublication#version} that the decision began from, or {@link #ANY_VERSION}
     * @throws StaleException if somebody has published or withdrawn it since
     * @throws RefusedException if the minutes are not readable for the plan's readers yet, or hold a passage that not
     *     everybody may read
     * @throws jp.kyosei.backend.load.BusyException if too many files are being made
     */
    public MeetingPublication publish(Actor actor, MeetingId meeting, long expected) {
        publication(actor, meeting);
        PublicPapers.Made made = papers.papers(actor, meeting);
        return door.writeForLong(actor, () -> {
            PublicMinutes found = allowedWithin(actor, meeting);
            MeetingPublication before = lockedWithin(found, expected);
            checkForEverybody(found);
            Instant now = clock.instant();
            UUID owner = found.owner().value();
            int revision = before.revision() + 1;
            if (before.state() == PublicationState.PUBLISHED) {
                repository.end(
                        owner, meeting.value(), before.revision(), found.plan().slug(), "REPLACED", now, "");
            }
            repository.insert(
                    owner,
                    UUID.randomUUID(),
                    found.plan().id().value(),
                    meeting.value(),
                    revision,
                    now,
                    json.text(document(found, made.pack())),
                    made.bytes());
            record(
                    actor,
                    found,
                    before.state() == PublicationState.PUBLISHED ? Deed.REPLACE_PUBLICATION : Deed.PUBLISH_MEETING,
                    before.state() == PublicationState.PUBLISHED ? Map.of("revision", before.revision()) : Map.of(),
                    Map.of("revision", revision),
                    null);
            return stateWithin(found);
        });
    }

    /**
     * Withdraws it; nobody without a login sees it from then on.
     *
     * @param expected as in {@link #publish}
     * @param reason kept in the history, shown to nobody outside
     * @param publicReason what everybody is told where the page was; may be empty
     * @throws RefusedException if it is not published, or no reason is given
     */
    public MeetingPublication withdraw(
            Actor actor, MeetingId meeting, long expected, String reason, String publicReason) {
        return door.write(actor, () -> {
            PublicMinutes found = allowedWithin(actor, meeting);
            String why =
                    TypedText.required(TextKind.REASON, "reason", "取り下げる理由", reason, "取り下げる理由を書いてください。履歴に残り、公開はされません。");
            String told = TypedText.checked(TextKind.REASON, "publicReason", "公開ページに出す理由", publicReason);
            MeetingPublication before = lockedWithin(found, expected);
            if (before.state() != PublicationState.PUBLISHED) {
                throw new RefusedException("この懇談会は公開ページに載っていません。");
            }
            repository.end(
                    found.owner().value(),
                    meeting.value(),
                    before.revision(),
                    found.plan().slug(),
                    "WITHDRAWN",
                    clock.instant(),
                    told);
            record(
                    actor,
                    found,
                    Deed.WITHDRAW_PUBLICATION,
                    Map.of("revision", before.revision()),
                    told.isEmpty() ? Map.of() : Map.of("publicReason", told),
                    why);
            return stateWithin(found);
        });
    }

    private PublicMinutes allowedWithin(Actor actor, MeetingId meeting) {
        PublicMinutes found = minutes.forEverybodyWithin(actor, meeting);
        policy.checkCanPublish(actor, found.owner());
        return found;
    }

    /** Whatever the plan's readers may not read, or may read and everybody may not, keeps the whole from being published. */
    private static void checkForEverybody(PublicMinutes found) {
        if (found.state() != MinutesState.PUBLISHED) {
            throw new RefusedException("公開ページに載せられるのは、公開した議事要旨です。先に議事要旨を承認し、公開してください。");
        }
        if (!found.confidential().isEmpty()) {
            ConfidentialPassage first = found.confidential().getFirst();
            throw new RefusedException("公開ページに載せられない文が %d か所あります。「%s」　%s"
                    .formatted(found.confidential().size(), first.words(), first.why()));
        }
    }

    private PublishedMeeting document(PublicMinutes found, MeetingPack pack) {
        return new PublishedMeeting(
                found.meeting().id().value(),
                found.ownerSlug(),
                pack.ownerName(),
                found.plan().slug(),
                found.plan().title(),
                found.meeting().title(),
                found.meeting().heldOn(),
                found.meeting().place(),
                found.text(),
                pack.papers().stream()
                        .map(given -> new PublishedMeeting.Paper(
                                given.paper().issue().label(),
                                given.paper().issue().title()))
                        .toList());
    }

    private MeetingPublication lockedWithin(PublicMinutes found, long expected) {
        repository.lock(found.meeting().id().value());
        MeetingPublication before = stateWithin(found);
        if (expected != ANY_VERSION && expected != before.version()) {
            throw new StaleException();
        }
        return before;
    }

    private MeetingPublication stateWithin(PublicMinutes found) {
        MeetingId meeting = found.meeting().id();
        String plan = found.plan().slug();
        return repository
                .last(found.owner().value(), meeting.value())
                .map(row -> new MeetingPublication(
                        meeting,
                        plan,
                        row.withdrawnAt() == null ? PublicationState.PUBLISHED : PublicationState.WITHDRAWN,
                        row.revision(),
                        row.withdrawnAt() == null ? row.publishedAt() : row.withdrawnAt(),
                        row.revision() + row.withdrawn()))
                .orElseGet(() -> new MeetingPublication(meeting, plan, PublicationState.UNPUBLISHED, 0, null, 0));
    }

    private void record(
            Actor actor,
            PublicMinutes found,
            Deed deed,
            Map<String, Object> before,
            Map<String, Object> after,
            @Nullable String reason) {
        audit.recordWithin(
                actor,
                found.owner(),
                List.of(new Change(
                        deed,
                        SubjectKind.PUBLICATION,
                        found.meeting().title() + "の議事要旨と資料",
                        found.plan().id().value(),
                        null,
                        before,
                        after,
                        reason)));
        live.announcePublishedWithin();
    }
}
