package jp.kyosei.backend.attachment;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.attachment.AttachOutcome.Cause;
import jp.kyosei.backend.attachment.AttachOutcome.NotTaken;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.text.FileName;

/** Takes files for notes and gives them back. */
@Singleton
public class AttachmentService {
    /** The largest file: 10 MiB, what a scanned paper of some twenty pages needs. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** How many files a note has at the most, those of its replies included. */
    public static final int MOST_PER_NOTE = 5;

    public static final String TOO_LARGE = "ファイルは %d MB までです。小さくするか、分けて添付してください。".formatted(MOST_BYTES / 1024 / 1024);

    /** What clamd says, if so configured, of what it cannot look into. */
    private static final String ENCRYPTED = "Heuristics.Encrypted";

    private static final SubjectKind SUBJECT_KIND = SubjectKind.NOTE_ATTACHMENT;

    private final AttachmentRepository repository;
    private final VirusScanner scanner;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final AuditService audit;
    private final LiveChannel live;
    private final ExpensiveWork work;
    private final Clock clock;

    AttachmentService(
            AttachmentRepository repository,
            VirusScanner scanner,
            TenantDoor door,
            AccessPolicy policy,
            AuditService audit,
            LiveChannel live,
            ExpensiveWork work,
            Clock clock) {
        this.repository = repository;
        this.scanner = scanner;
        this.door = door;
        this.policy = policy;
        this.audit = audit;
        this.live = live;
        this.work = work;
        this.clock = clock;
    }

    /**
     * The attachments of some notes of an owner that the actor sees, oldest first, by one statement; inside an open
     * {@link TenantDoor}. Of what was withdrawn, only for who wrote it and for the secretariat.
     *
     * @return by note; notes without any are left out
     */
    public Map<UUID, List<Attachment>> ofNotesWithin(Actor actor, OwnerId owner, Collection<UUID> notes) {
        return repository.ofNotes(actor.person(), kept(actor), owner, notes);
    }

    /**
     * Attaches a file to a note, for its author, or to their reply, for who wrote one. The same file sent again is the one
     * that hangs there. Of the comment window this knows nothing: the discussion asks first.
     *
     * @param name as the sender names the file
     * @param content read up to one byte more than {@value #MOST_BYTES}; not closed
     * @throws NotFoundException if the actor sees no such note
     * @throws ForbiddenException if the actor wrote neither the note nor a reply to it
     * @throws RefusedException if the note is withdrawn or closed, or too many files are being looked at
     */
    public AttachOutcome attach(Actor actor, UUID note, String name, InputStream content) {
        NoteSpot spot = door.read(actor, () -> spot(actor, note));
        if (spot.attached() >= MOST_PER_NOTE) {
            return tooMany();
        }
        byte[] bytes = read(content);
        if (bytes.length > MOST_BYTES) {
            return new NotTaken(Cause.TOO_LARGE, TOO_LARGE);
        }
        FileName fileName = FileName.of(name);
        return switch (work.run(actor.person(), () -> ContentSniffer.sniff(bytes))) {
            case Sniffed.Unusable unusable -> new NotTaken(Cause.UNSUITABLE, unusable.message());
            case Sniffed.Found found
            when !found.kind().endings().contains(fileName.ending()) ->
                new NotTaken(Cause.UNSUITABLE, otherEnding(fileName, found.kind()));
            case Sniffed.Found found -> scanned(actor, spot, fileName, found.kind(), bytes);
        };
    }

    /**
     * An attachment with its content.
     *
     * @throws NotFoundException if there is none, it was removed, or the actor does not see the note
     */
    public AttachedFile file(Actor actor, UUID attachment) {
        return door.read(actor, () -> {
            AttachmentSpot spot = find(actor, attachment);
            return new AttachedFile(spot.attachment(), repository.content(spot.owner(), attachment));
        });
    }

    /**
     * Takes an attachment away: for who attached it.
     *
     * @throws NotFoundException as {@link #file}
     * @throws ForbiddenException if somebody else attached it
     */
    public void remove(Actor actor, UUID attachment) {
        door.write(actor, () -> {
            AttachmentSpot spot = find(actor, attachment);
            policy.checkCanRemoveAttachment(actor, spot.attachment().uploadedBy());
            if (!repository.remove(spot.owner(), attachment, clock.instant())) {
                throw new NotFoundException();
            }
            Map<String, Object> was = Map.of(
                    "mediaType",
                    spot.attachment().mediaType(),
                    "size",
                    spot.attachment().size());
            audit.recordWithin(
                    actor,
                    spot.owner(),
                    List.of(new Change(
                            Deed.REMOVE_ATTACHMENT,
                            SUBJECT_KIND,
                            attachment.toString(),
                            spot.plan(),
                            spot.indicator(),
                            was,
                            Map.of(),
                            null)));
            live.announceWithin(new Announcement(spot.plan(), spot.fiscalYear(), null, List.of()));
            return true;
        });
    }

    private AttachOutcome scanned(Actor actor, NoteSpot spot, FileName name, FileKind kind, byte[] bytes) {
        return switch (scanner.scan(bytes)) {
            case ScanResult.NotScanned notScanned ->
                new NotTaken(Cause.NOT_SCANNED, "ウイルス検査ができないため、添付を受け付けられません。しばらくしてから、もう一度添付してください。続くときは運用担当に連絡してください。");
            case ScanResult.Infected infected
            when infected.signature().startsWith(ENCRYPTED) ->
                new NotTaken(Cause.UNSUITABLE, "パスワードの付いたファイルは、ウイルス検査ができないため添付できません。パスワードを外して保存し直してください。");
            case ScanResult.Infected infected -> infected(actor, spot, kind, bytes, infected.signature());
            case ScanResult.Clean clean -> kept(actor, spot, name, kind, bytes);
        };
    }

    private AttachOutcome kept(Actor actor, NoteSpot seen, FileName name, FileKind kind, byte[] bytes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Attachment attachment = new Attachment(
                UUID.randomUUID(),
                name.value(),
                kind.mediaType(),
                bytes.length,
                actor.person(),
                actor.displayName(),
                now);
        return door.write(actor, () -> {
            repository.touch(seen.owner(), seen.note(), actor.person(), now);
            NoteSpot spot = spot(actor, seen.note());
            String digest = Sha256.of(bytes).hex();
            Optional<Attachment> same = repository.same(spot.owner(), spot.note(), attachment, digest);
            if (same.isPresent()) {
                return new AttachOutcome.Attached(same.get());
            }
            if (spot.attached() >= MOST_PER_NOTE) {
                return tooMany();
            }
            UUID reply = spot.author().equals(actor.person()) ? null : spot.ownReply();
            repository.insert(spot.owner(), new NewAttachment(attachment, spot.note(), reply, digest), bytes);
            record(actor, spot, Deed.ATTACH_FILE, attachment.id(), described(kind, bytes.length, digest));
            live.announceWithin(new Announcement(spot.plan(), spot.fiscalYear(), null, List.of()));
            return new AttachOutcome.Attached(attachment);
        });
    }

    private AttachOutcome infected(Actor actor, NoteSpot spot, FileKind kind, byte[] bytes, String signature) {
        door.write(actor, () -> {
            record(
                    actor,
                    spot,
                    Deed.REFUSE_INFECTED_FILE,
                    spot.note(),
                    Map.of(
                            "mediaType",
                            kind.mediaType(),
                            "size",
                            bytes.length,
                            "sha256",
                            Sha256.of(bytes).hex(),
                            "found",
                            signature));
            return true;
        });
        return new NotTaken(Cause.INFECTED, "ウイルス検査で危険なファイルと判定されたため、添付できません。このファイルを開かず、情報システムの担当に連絡してください。");
    }

    /** Neither the name nor anything of the content: who reads the trail may not see the note. */
    private static Map<String, Object> described(FileKind kind, int size, String sha256) {
        return Map.of("mediaType", kind.mediaType(), "size", size, "sha256", sha256);
    }

    private void record(Actor actor, NoteSpot spot, Deed action, UUID subject, Map<String, Object> after) {
        audit.recordWithin(
                actor,
                spot.owner(),
                List.of(new Change(
                        action,
                        SUBJECT_KIND,
                        subject.toString(),
                        spot.plan(),
                        spot.indicator(),
                        Map.of(),
                        after,
                        null)));
    }

    /** The note, if it is there for the actor and a file of theirs may hang there. */
    private NoteSpot spot(Actor actor, UUID note) {
        NoteSpot spot = repository.spot(actor.person(), note).orElseThrow(NotFoundException::new);
        boolean author = spot.author().equals(actor.person());
        if (spot.withdrawn() && !author && !policy.canKeepPlans(actor, spot.owner())) {
            throw new NotFoundException();
        }
        policy.checkCanAttach(actor, spot.owner(), author || spot.ownReply() != null);
        if (spot.withdrawn() || spot.closed()) {
            throw new RefusedException(spot.withdrawn() ? "取り下げた意見には添付できません。" : "完了した意見には添付できません。");
        }
        return spot;
    }

    private AttachmentSpot find(Actor actor, UUID attachment) {
        Optional<AttachmentSpot> found = repository.find(actor.person(), kept(actor), attachment);
        return found.orElseThrow(NotFoundException::new);
    }

    /** The owners whose secretariat the actor is. */
    private List<OwnerId> kept(Actor actor) {
        return actor.readableOwners().stream()
                .filter(owner -> policy.canKeepPlans(actor, owner))
                .toList();
    }

    private static AttachOutcome tooMany() {
        return new NotTaken(Cause.TOO_MANY, "添付できるのは、1つの意見に %d 個までです。要らないものを取り除いてから添付してください。".formatted(MOST_PER_NOTE));
    }

    private static String otherEnding(FileName name, FileKind kind) {
        String has = name.ending().isEmpty() ? "ファイル名に種類を示す末尾がありません" : "ファイル名の末尾は .%s です".formatted(name.ending());
        return "中身は %s ですが、%s。名前の末尾を .%s に直してから添付してください。"
                .formatted(kind.label(), has, kind.endings().getFirst());
    }

    /** Never more than the limit and one byte, however long the stream is. */
    private static byte[] read(InputStream content) {
        try {
            return content.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
    }
}
