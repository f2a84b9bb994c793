package jp.kyosei.backend.meeting.paper;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import jp.kyosei.backend.results.printed.PrintedHead;
import jp.kyosei.backend.results.printed.PrintedSheet;
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
    private final IssuedPapers issued;
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
            IssuedPapers issued,
            IssueWrites writes,
            PartRepository parts,
            PaperNotices notices,
            MeetingTrail trail,
            TenantDoor door,
            Json json,
            Clock clock) {
        this.reading = reading;
        this.composer = composer;
        this.issued = issued;
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
     * (差替) and stays readable. Papers of figures say the same of the same figures: where one is issued, every other that
     * was issued and says something else by now is replaced with it.
     *
     * @param numbers which papers; empty for all
     * @throws NotFoundException if there is no such meeting, or it is another owner's, or it has no paper of such a number
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the meeting is called off, or has no papers
     */
    public Meeting issue(Actor actor, MeetingId id, Set<Integer> numbers) {
        return door.write(actor, () -> {
            OpenMeeting opened = reading.openHeldForChangeWithin(actor, id);
            List<Material> wanted = meant(opened.meeting(), numbers);
            boolean figures = wanted.stream().anyMatch(PaperService::isOfFigures);
            boolean notes = !wanted.stream().allMatch(PaperService::isOfFigures);
            PaperComposer.Now now = composer.nowWithin(actor, opened, figures, notes);
            List<Material> meant = figures ? withTouched(opened, wanted, now) : wanted;

            Instant moment = clock.instant();
            List<IssueEntity> entities = new ArrayList<>();
            List<PartDocument> documents = new ArrayList<>();
            for (Material material : meant) {
                IssueEntity issue = entity(actor, opened, material, now, moment);
                entities.add(issue);
                documents.addAll(isOfFigures(material) ? indicatorParts(issue, now) : noteParts(issue, now.notes()));
            }
            writes.insertIssues(entities);
            parts.insertParts(opened.ownerId(), json.text(documents));
            List<Issue> given = entities.stream().map(IssueEntity::issue).toList();
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

    private static boolean isOfFigures(Material material) {
        return material.kind() != MaterialKind.NOTES;
    }

    /** With the issued papers of figures that would contradict those that are issued now. */
    private List<Material> withTouched(OpenMeeting opened, List<Material> wanted, PaperComposer.Now now) {
        Map<Integer, Integer> changes = changes(
                opened,
                opened.meeting().materials().stream()
                        .filter(PaperService::isOfFigures)
                        .toList(),
                now);
        return opened.meeting().materials().stream()
                .filter(material -> wanted.contains(material) || changes.containsKey(material.number()))
                .toList();
    }

    /** How much has changed since the latest issue, by the number of the paper; those without any change are left out. */
    private SequencedMap<Integer, Integer> changes(
            OpenMeeting opened, List<Material> materials, PaperComposer.Now now) {
        Map<UUID, IssuedPapers.Frozen> frozen = issued.ofIssuesWithin(
                opened.ownerId(),
                materials.stream()
                        .flatMap(material -> material.latest().stream())
                        .toList());
        SequencedMap<Integer, Integer> changes = new LinkedHashMap<>();
        for (Material material : materials) {
            material.latest()
                    .map(issue -> Objects.requireNonNull(frozen.get(issue.id())).composed())
                    .map(before -> Comparison.differences(material.kind(), before, now.of(material))
                            .size())
                    .filter(count -> count > 0)
                    .ifPresent(count -> changes.put(material.number(), count));
        }
        return changes;
    }

    /**
     * How much has changed since papers were issued, by the number of the paper, for this reader; those without any change,
     * and those not issued, are left out.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's
     */
    public SequencedMap<Integer, Integer> changes(Actor actor, MeetingId id) {
        return door.read(actor, () -> {
            OpenMeeting opened = reading.openWithin(actor, id);
            List<Material> given = opened.meeting().materials().stream()
                    .filter(Material::isIssued)
                    .toList();
            return changes(
                    opened,
                    given,
                    composer.nowWithin(
                            actor,
                            opened,
                            given.stream().anyMatch(PaperService::isOfFigures),
                            !given.stream().allMatch(PaperService::isOfFigures)));
        });
    }

    private IssueEntity entity(
            Actor actor, OpenMeeting opened, Material material, PaperComposer.Now now, Instant moment) {
        PaperComposer.Sheet sheet = isOfFigures(material) ? now.sheet() : null;
        return new IssueEntity(
                opened.ownerId(),
                UUID.randomUUID(),
                opened.id(),
                material.number(),
                material.latest().map(latest -> latest.revision() + 1).orElse(0),
                material.kind().name(),
                material.mark(),
                material.title(),
                material.words(),
                json.text(composer.head(opened.content(), opened.meeting().fiscalYear(), sheet)),
                sheet == null ? null : json.text(sheet.printed().head()),
                actor.person().value(),
                actor.displayName(),
                moment);
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
            IssuedPapers.Frozen frozen = Objects.requireNonNull(
                    issued.ofIssuesWithin(opened.ownerId(), List.of(issue)).get(issue.id()));
            boolean figures = isOfFigures(material);
            return paper(
                    opened,
                    material,
                    issue,
                    frozen,
                    Comparison.differences(
                            material.kind(),
                            frozen.composed(),
                            composer.nowWithin(actor, opened, figures, !figures).of(material)));
        });
    }

    /**
     * A meeting with all its papers as they were issued last, and what each took the place of.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's
     */
    public MeetingPack pack(Actor actor, MeetingId id) {
        return door.read(actor, () -> {
            OpenMeeting opened = reading.openWithin(actor, id);
            Map<UUID, IssuedPapers.Frozen> frozen = issued.ofIssuesWithin(
                    opened.ownerId(),
                    opened.meeting().materials().stream()
                            .flatMap(material -> material.issues().stream().limit(2))
                            .toList());
            List<MeetingPack.Given> papers = opened.meeting().materials().stream()
                    .filter(Material::isIssued)
                    .map(material -> given(opened, material, frozen))
                    .toList();
            return new MeetingPack(opened.meeting(), opened.content().ownerName(), papers);
        });
    }

    /**
     * A meeting with its papers in every issue, those that were replaced as well, the first issue of each first.
     *
     * @throws NotFoundException if there is no such meeting, or it is another owner's
     */
    public MeetingPack everyIssue(Actor actor, MeetingId id) {
        return door.read(actor, () -> {
            OpenMeeting opened = reading.openWithin(actor, id);
            Map<UUID, IssuedPapers.Frozen> frozen = issued.ofIssuesWithin(
                    opened.ownerId(),
                    opened.meeting().materials().stream()
                            .flatMap(material -> material.issues().stream())
                            .toList());
            List<MeetingPack.Given> papers = opened.meeting().materials().stream()
                    .flatMap(material -> material.issues().reversed().stream()
                            .map(issue -> paper(
                                    opened,
                                    material,
                                    issue,
                                    Objects.requireNonNull(frozen.get(issue.id())),
                                    List.of())))
                    .map(paper -> new MeetingPack.Given(paper, null, List.of()))
                    .toList();
            return new MeetingPack(opened.meeting(), opened.content().ownerName(), papers);
        });
    }

    private static MeetingPack.Given given(
            OpenMeeting opened, Material material, Map<UUID, IssuedPapers.Frozen> frozen) {
        Issue latest = material.issues().getFirst();
        IssuedPapers.Frozen now = Objects.requireNonNull(frozen.get(latest.id()));
        IssuedPaper paper = paper(opened, material, latest, now, List.of());
        if (material.issues().size() < 2) {
            return new MeetingPack.Given(paper, null, List.of());
        }
        Issue earlier = material.issues().get(1);
        IssuedPapers.Frozen before = Objects.requireNonNull(frozen.get(earlier.id()));
        return new MeetingPack.Given(
                paper,
                paper(opened, material, earlier, before, List.of()),
                Comparison.differences(material.kind(), before.composed(), now.composed()));
    }

    private static IssuedPaper paper(
            OpenMeeting opened,
            Material material,
            Issue issue,
            IssuedPapers.Frozen frozen,
            List<Difference> differences) {
        IssueHead head = frozen.head();
        Composed composed = frozen.composed();
        PrintedHead printed = composed.head();
        return new IssuedPaper(
                opened.meeting(),
                material,
                issue,
                head.planTitle(),
                head.versionTitle(),
                new FiscalYear(head.fiscalYear()),
                head.years().stream().map(FiscalYear::new).toList(),
                head.grades(),
                composed.indicatorList(),
                composed.noteList(),
                composed.words(),
                printed == null ? null : new PrintedSheet(printed, composed.printed()),
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

    private List<PartDocument> indicatorParts(IssueEntity issue, PaperComposer.Now now) {
        PaperComposer.Sheet sheet = Objects.requireNonNull(now.sheet());
        List<PartDocument> documents = new ArrayList<>();
        sheet.indicators()
                .forEach((id, indicator) -> documents.add(new PartDocument(
                        issue.id(),
                        documents.size(),
                        PartRow.INDICATOR,
                        id,
                        Visibility.PUBLIC.name(),
                        json.text(indicator),
                        json.text(
                                Objects.requireNonNull(sheet.printed().entries().get(id))))));
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
                json.text(note.issued()),
                null)));
        return documents;
    }
}
