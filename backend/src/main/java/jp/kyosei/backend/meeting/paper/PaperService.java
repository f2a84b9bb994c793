package jp.kyosei.backend.meeting.paper;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingReading;
import jp.kyosei.backend.meeting.MeetingTrail;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Issues the papers of a meeting and shows them as they were issued. */
@Singleton
public class PaperService {
    private final MeetingReading reading;
    private final PaperComposer composer;
    private final IssueRepository issues;
    private final IssueWrites writes;
    private final PartRepository parts;
    private final PaperNotices notices;
    private final MeetingTrail trail;
    private final TenantDoor door;
    private final Json json;
    private final Clock clock;

    PaperService(
            MeetingReading reading,
            PaperComposer composer,
            IssueRepository issues,
            IssueWrites writes,
            PartRepository parts,
            PaperNotices notices,
            MeetingTrail trail,
            TenantDoor door,
            Json json,
            Clock clock) {
        this.reading = reading;
        this.composer = composer;
        this.issues = issues;
        this.writes = writes;
        this.parts = parts;
        this.notices = notices;
        this.trail = trail;
        this.door = door;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Freezes papers as they are at this moment: confirmed figures only, whoever issues. What was issued before is replaced
     * (差替) and stays readable.
     *
     * @param numbers which papers; empty for all
     * @throws NotFoundException if there is no such meeting, or it is another owner's, or it has no paper of such a number
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the meeting is called off, or has no papers
     */
    public Meeting issue(Actor actor, MeetingId id, Set<Integer> numbers) {
        return door.write(actor, () -> {
            OpenMeeting opened = reading.openHeldForChangeWithin(actor, id);
            List<Material> meant = meant(opened.meeting(), numbers);
            FiscalYear year = opened.meeting().fiscalYear();
            PlanContent content = opened.content();
            boolean figures = meant.stream().anyMatch(material -> material.kind() != MaterialKind.NOTES);
            boolean notes = meant.stream().anyMatch(material -> material.kind() == MaterialKind.NOTES);
            PaperComposer.Sheet sheet = figures ? composer.sheetWithin(content, year) : null;
            SequencedMap<UUID, PaperComposer.NoteOnPaper> written =
                    notes ? composer.notesWithin(actor, content, year) : new LinkedHashMap<>();

            Instant now = clock.instant();
            List<IssueEntity> issued = new ArrayList<>();
            List<PartDocument> documents = new ArrayList<>();
            for (Material material : meant) {
                boolean ofNotes = material.kind() == MaterialKind.NOTES;
                IssueEntity issue = new IssueEntity(
                        opened.ownerId(),
                        UUID.randomUUID(),
                        id.value(),
                        material.number(),
                        material.latest().map(latest -> latest.revision() + 1).orElse(0),
                        material.kind().name(),
                        material.title(),
                        json.text(composer.head(content, year, ofNotes ? null : sheet)),
                        actor.person().value(),
                        actor.displayName(),
                        now);
                issued.add(issue);
                if (ofNotes) {
                    documents.addAll(noteParts(issue, written));
                } else if (sheet != null) {
                    documents.addAll(indicatorParts(issue, sheet.indicators()));
                }
            }
            writes.insertIssues(issued);
            parts.insertParts(opened.ownerId(), json.text(documents));
            List<Issue> given = issued.stream().map(IssueEntity::issue).toList();
            trail.leaveWithin(
                    actor,
                    opened,
                    Deed.ISSUE_PAPERS,
                    Map.of(),
                    Map.of("papers", given.stream().map(Issue::label).collect(Collectors.joining("、"))),
                    "");
            notices.issued(actor, opened, given);
            return reading.openWithin(actor, id).meeting();
        });
    }

    /**
     * A paper as it was issued.
     *
     * @param revision none for the latest
     * @throws NotFoundException if it is not issued, or not for this reader
     */
    public IssuedPaper paper(Actor actor, MeetingId id, int number, @Nullable Integer revision) {
        return door.read(actor, () -> {
            OpenMeeting opened = reading.openWithin(actor, id);
            Material material = opened.meeting().materials().stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            Issue issue = material.issues().stream()
                    .filter(one -> revision == null || one.revision() == revision)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            Composed frozen = frozen(opened, issue);
            return paper(
                    opened,
                    material,
                    issue,
                    frozen,
                    Comparison.differences(material.kind(), frozen, current(actor, opened, material.kind())));
        });
    }

    /**
     * A meeting with all its papers as they were issued last.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's
     */
    public MeetingPack pack(Actor actor, MeetingId id) {
        return door.read(
                actor, () -> {
                    OpenMeeting opened = reading.openWithin(actor, id);
                    List<IssuedPaper> papers = opened.meeting().materials().stream()
                            .flatMap(material -> material
                                    .latest()
                                    .map(issue -> paper(opened, material, issue, frozen(opened, issue), List.of()))
                                    .stream())
                            .toList();
                    return new MeetingPack(opened.meeting(), opened.content().ownerName(), papers);
                });
    }

    private IssuedPaper paper(
            OpenMeeting opened, Material material, Issue issue, Composed frozen, List<Difference> differences) {
        IssueHead head = json.read(issues.head(opened.ownerId(), issue.id()), IssueHead.class);
        return new IssuedPaper(
                opened.meeting(),
                material,
                issue,
                head.planTitle(),
                head.versionTitle(),
                new FiscalYear(head.fiscalYear()),
                head.years().stream().map(FiscalYear::new).toList(),
                head.grades(),
                frozen.indicatorList(),
                frozen.noteList(),
                differences);
    }

    private static List<Material> meant(Meeting meeting, Set<Integer> numbers) {
        List<Material> meant = meeting.materials().stream()
                .filter(material -> numbers.isEmpty() || numbers.contains(material.number()))
                .toList();
        if (!numbers.isEmpty() && meant.size() != numbers.size()) {
            throw new NotFoundException();
        }
        if (meant.isEmpty()) {
            throw new RefusedException("この懇談会には資料がありません。予定を変えて資料を加えてから発行してください。");
        }
        return meant;
    }

    private List<PartDocument> indicatorParts(IssueEntity issue, SequencedMap<UUID, IssuedIndicator> indicators) {
        List<PartDocument> documents = new ArrayList<>();
        indicators.forEach((id, indicator) -> documents.add(new PartDocument(
                issue.id(), documents.size(), PartRow.INDICATOR, id, Visibility.PUBLIC.name(), json.text(indicator))));
        return documents;
    }

    private List<PartDocument> noteParts(IssueEntity issue, SequencedMap<UUID, PaperComposer.NoteOnPaper> notes) {
        List<PartDocument> documents = new ArrayList<>();
        notes.forEach((id, note) -> documents.add(new PartDocument(
                issue.id(),
                documents.size(),
                PartRow.NOTE,
                id,
                note.note().visibility().name(),
                json.text(note.issued()))));
        return documents;
    }

    private Composed frozen(OpenMeeting opened, Issue issue) {
        SequencedMap<UUID, IssuedIndicator> indicators = new LinkedHashMap<>();
        SequencedMap<UUID, IssuedNote> notes = new LinkedHashMap<>();
        for (PartRow part : parts.ofIssue(opened.ownerId(), issue.id())) {
            switch (part.kind()) {
                case PartRow.INDICATOR ->
                    indicators.put(part.subjectId(), json.read(part.content(), IssuedIndicator.class));
                case PartRow.NOTE -> notes.put(part.subjectId(), json.read(part.content(), IssuedNote.class));
                default -> throw new IllegalStateException("unknown kind of part " + part.kind());
            }
        }
        return new Composed(indicators, notes);
    }

    /** What the paper would hold now; of notes, for this reader. */
    private Composed current(Actor actor, OpenMeeting opened, MaterialKind kind) {
        FiscalYear year = opened.meeting().fiscalYear();
        if (kind != MaterialKind.NOTES) {
            return new Composed(composer.sheetWithin(opened.content(), year).indicators(), new LinkedHashMap<>());
        }
        SequencedMap<UUID, IssuedNote> notes = new LinkedHashMap<>();
        composer.notesWithin(actor, opened.content(), year).forEach((id, note) -> notes.put(id, note.issued()));
        return new Composed(new LinkedHashMap<>(), notes);
    }
}
