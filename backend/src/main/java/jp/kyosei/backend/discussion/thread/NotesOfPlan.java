package jp.kyosei.backend.discussion.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.attachment.Attachment;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Makes notes of rows: with the plan's names, the thread, and what the reader may do with each. */
final class NotesOfPlan {
    private final PlanContent content;
    private final List<Indicator> indicators;
    private final NoteRules rules;
    private final Map<IndicatorId, Indicator> byId;

    NotesOfPlan(PlanContent content, List<Indicator> indicators, NoteRules rules) {
        this.content = content;
        this.indicators = List.copyOf(indicators);
        this.rules = rules;
        this.byId = indicators.stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
    }

    NoteRules rules() {
        return rules;
    }

    PlanContent content() {
        return content;
    }

    /** @throws NotFoundException if the plan has no such thing */
    NoteSubject subject(NoteTarget target) {
        return switch (target) {
            case NoteTarget.Indicator wanted ->
                indicators.stream()
                        .filter(indicator -> indicator.no().equals(wanted.no()))
                        .findFirst()
                        .map(NotesOfPlan::subject)
                        .orElseThrow(NotFoundException::new);
            case NoteTarget.Section wanted ->
                content.section(wanted.number()).map(NotesOfPlan::subject).orElseThrow(NotFoundException::new);
            case NoteTarget.Plan plan -> new NoteSubject.OfPlan();
        };
    }

    NoteSubject subject(NoteRow row) {
        UUID indicator = row.indicatorId();
        if (indicator != null) {
            return Optional.ofNullable(byId.get(new IndicatorId(indicator)))
                    .map(NotesOfPlan::subject)
                    .orElse(new NoteSubject.OfIndicator(new IndicatorId(indicator), "", "いまの計画にない指標", ""));
        }
        String section = row.sectionNumber();
        if (section != null) {
            return content.section(section)
                    .map(NotesOfPlan::subject)
                    .orElse(new NoteSubject.OfSection(section, "いまの計画にない体系"));
        }
        return new NoteSubject.OfPlan();
    }

    private static NoteSubject subject(Indicator indicator) {
        return new NoteSubject.OfIndicator(indicator.id(), indicator.no(), indicator.name(), indicator.section());
    }

    private static NoteSubject subject(Section section) {
        return new NoteSubject.OfSection(section.number(), section.title());
    }

    /** Who is asked: the desk that the note is assigned to, else those that report its indicator. */
    List<Desk> concerned(NoteRow row) {
        String town = row.assignedTown();
        if (town != null) {
            return List.of(desk(town, row.assignedDepartmentId()));
        }
        UUID indicator = row.indicatorId();
        return indicator == null
                ? List.of()
                : Optional.ofNullable(byId.get(new IndicatorId(indicator)))
                        .map(found -> found.reporters().stream()
                                .map(reporter -> new Desk(reporter.municipality(), reporter.department()))
                                .toList())
                        .orElse(List.of());
    }

    /** The towns that report, and their departments, in the order of their codes. */
    List<Assignment> desks() {
        SequencedMap<Desk, Assignment> desks = new LinkedHashMap<>();
        indicators.stream()
                .flatMap(indicator -> indicator.reporters().stream())
                .sorted(Comparator.comparing(reporter -> reporter.municipality()))
                .forEach(reporter -> {
                    Desk town = new Desk(reporter.municipality(), null);
                    desks.putIfAbsent(town, new Assignment(town, reporter.municipalityName(), ""));
                    String department = reporter.departmentName();
                    if (department != null) {
                        Desk desk = new Desk(reporter.municipality(), reporter.department());
                        desks.putIfAbsent(desk, new Assignment(desk, reporter.municipalityName(), department));
                    }
                });
        return desks.values().stream()
                .sorted(Comparator.comparing((Assignment desk) -> desk.desk().town()))
                .toList();
    }

    /** The towns that report, by name. */
    Map<String, MunicipalityCode> towns() {
        return indicators.stream()
                .flatMap(indicator -> indicator.reporters().stream())
                .collect(Collectors.toMap(
                        reporter -> reporter.municipalityName(),
                        reporter -> reporter.municipality(),
                        (one, same) -> one));
    }

    /** In the order of the rows; what the reader may not see is left out. */
    List<Note> notes(List<NoteRow> rows, List<ReplyRow> replies, Map<UUID, List<Attachment>> attachments) {
        Map<UUID, List<ReplyRow>> byNote = replies.stream().collect(Collectors.groupingBy(ReplyRow::noteId));
        return rows.stream()
                .filter(rules::sees)
                .map(row -> note(
                        row,
                        byNote.getOrDefault(row.id(), List.of()),
                        Objects.requireNonNullElse(attachments.get(row.id()), List.of())))
                .toList();
    }

    /** In the order of the plan: the whole plan first, then section by section, then as they were written. */
    List<Note> inOrderOfPlan(Collection<Note> notes) {
        Map<String, Integer> places = new LinkedHashMap<>();
        content.sections().forEach(section -> {
            places.put("section " + section.number(), places.size());
            indicators.stream()
                    .filter(indicator -> indicator.section().equals(section.number()))
                    .forEach(indicator -> places.put("indicator " + indicator.no(), places.size()));
        });
        List<Note> sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.comparingInt(note -> switch (note.subject()) {
            case NoteSubject.OfPlan plan -> -1;
            case NoteSubject.OfSection section -> places.getOrDefault("section " + section.number(), Integer.MAX_VALUE);
            case NoteSubject.OfIndicator indicator ->
                places.getOrDefault("indicator " + indicator.no(), Integer.MAX_VALUE);
        }));
        return sorted;
    }

    private Note note(NoteRow row, List<ReplyRow> replies, List<Attachment> attachments) {
        return new Note(
                new NoteId(row.id()),
                row.planSlug(),
                subject(row),
                new FiscalYear(row.fiscalYear()),
                row.meetingId(),
                NoteKind.valueOf(row.kind()),
                Visibility.valueOf(row.visibility()),
                NoteState.valueOf(row.state()),
                row.text(),
                row.author(),
                assignment(row),
                row.writtenAt(),
                row.editedAt(),
                row.withdrawnAt(),
                row.version(),
                replies.stream().map(reply -> reply(row, reply)).toList(),
                attachments,
                row.mark(rules.actor().person()),
                row.following(),
                rules.rights(row, concerned(row)));
    }

    private Reply reply(NoteRow note, ReplyRow row) {
        boolean readable = row.withdrawnAt() == null;
        return new Reply(
                row.id(),
                row.answers(),
                readable ? row.text() : "",
                row.author(),
                row.writtenAt(),
                row.editedAt(),
                row.withdrawnAt(),
                row.version(),
                rules.mayEdit(note, row));
    }

    private static @Nullable Assignment assignment(NoteRow row) {
        String town = row.assignedTown();
        return town == null
                ? null
                : new Assignment(
                        desk(town, row.assignedDepartmentId()),
                        Objects.requireNonNullElse(row.assignedTownName(), town),
                        Objects.requireNonNullElse(row.assignedDepartmentName(), ""));
    }

    /** Whom a note is assigned to, with the department; empty for nobody. */
    static String assignmentLabel(NoteRow row) {
        Assignment assignment = assignment(row);
        return assignment == null ? "" : assignment.label();
    }

    private static Desk desk(String town, @Nullable UUID department) {
        return new Desk(new MunicipalityCode(town), department == null ? null : new DepartmentId(department));
    }
}
