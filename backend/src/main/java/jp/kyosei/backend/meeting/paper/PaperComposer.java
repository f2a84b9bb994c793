package jp.kyosei.backend.meeting.paper;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ConfirmedReading;
import jp.kyosei.backend.results.ConfirmedYear;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownNarrative;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.results.printed.PrintedSheet;
import jp.kyosei.backend.results.printed.SheetComposer;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Composes what papers hold at this moment; always inside an open tenant door. */
@Singleton
final class PaperComposer {
    private final ConfirmedReading confirmed;
    private final PlanService plans;
    private final NoteReading discussion;

    PaperComposer(ConfirmedReading confirmed, PlanService plans, NoteReading discussion) {
        this.confirmed = confirmed;
        this.plans = plans;
        this.discussion = discussion;
    }

    /** The results of a plan in a year, and what the towns wrote. */
    record Sheet(ResultsSheet results, SequencedMap<UUID, IssuedIndicator> indicators, PrintedSheet printed) {}

    /**
     * What papers would hold now.
     *
     * @param sheet none where only notes are wanted
     * @param notes of the year that the actor sees; empty where only figures are wanted
     */
    record Now(@Nullable Sheet sheet, SequencedMap<UUID, NoteOnPaper> notes) {
        /** What that paper would hold. */
        Composed of(Material material) {
            SequencedMap<UUID, IssuedNote> written = new LinkedHashMap<>();
            Sheet figures = material.kind() == MaterialKind.NOTES ? null : sheet;
            if (material.kind() == MaterialKind.NOTES) {
                notes.forEach((id, note) -> written.put(id, note.issued()));
            }
            return new Composed(
                    material.title(),
                    material.mark(),
                    material.words(),
                    figures == null ? null : figures.printed().head(),
                    figures == null ? new LinkedHashMap<>() : figures.indicators(),
                    figures == null ? new LinkedHashMap<>() : figures.printed().entries(),
                    written);
        }
    }

    /** What papers of a meeting would hold now; of notes, for this actor. */
    Now nowWithin(Actor actor, OpenMeeting opened, boolean figures, boolean notes) {
        FiscalYear year = opened.meeting().fiscalYear();
        return new Now(
                figures ? sheetWithin(opened.content(), year) : null,
                notes ? notesWithin(actor, opened.content(), year) : new LinkedHashMap<>());
    }

    /** What stands above a paper of figures; of notes, where there is no sheet. */
    IssueHead head(PlanContent content, FiscalYear year, @Nullable Sheet sheet) {
        List<IssuedGrade> grades = new ArrayList<>();
        List<Integer> years = List.of(year.year());
        if (sheet != null) {
            RuleSet rules = sheet.results().rules();
            rules.grading().labels().forEach(label -> grades.add(new IssuedGrade(label.label(), label.tone())));
            grades.add(new IssuedGrade(rules.unmeasuredLabel(), ""));
            years = sheet.results().years().stream().map(FiscalYear::year).toList();
        }
        return new IssueHead(content.plan().title(), content.version().title(), year.year(), years, grades);
    }

    private Sheet sheetWithin(PlanContent content, FiscalYear year) {
        ConfirmedYear found = confirmed.yearWithin(content, year);
        Map<IndicatorId, List<TownNarrative>> narratives = confirmed.narrativesWithin(found);
        SequencedMap<UUID, IssuedIndicator> indicators = new LinkedHashMap<>();
        for (ConfirmedYear.Row row : found.rows()) {
            IndicatorId id = row.result().indicator().id();
            indicators.put(id.value(), issued(content, row, narratives.getOrDefault(id, List.of())));
        }
        return new Sheet(
                found.sheet(),
                indicators,
                SheetComposer.of(
                        found.results(),
                        narratives,
                        plans.initiativesWithin(content),
                        found.recorded().actuals()));
    }

    private static IssuedIndicator issued(
            PlanContent content, ConfirmedYear.Row confirmed, List<TownNarrative> narratives) {
        ResultsRow row = confirmed.result();
        Indicator indicator = row.indicator();
        return new IssuedIndicator(
                indicator.no(),
                indicator.kind().label(),
                indicator.name(),
                indicator.description(),
                indicator.unit(),
                sections(content, row),
                indicator.measure().cumulative(),
                row.baselineText(),
                row.targetText(),
                confirmed.target(),
                confirmed.figures().stream().map(PaperComposer::issued).toList(),
                row.evaluation().progressText(),
                row.evaluation().changeText(),
                grade(row.evaluation().grade()),
                grade(row.previousGrade()),
                Optional.ofNullable(row.manualGrade()).map(ManualGrade::grade).orElse(""),
                narratives.stream()
                        .map(narrative -> new IssuedNarrative(
                                narrative.town(), narrative.progress(), narrative.outlook(), narrative.initiatives()))
                        .toList());
    }

    /** The notes of a year that the actor sees; what is withdrawn is in no paper. */
    private SequencedMap<UUID, NoteOnPaper> notesWithin(Actor actor, PlanContent content, FiscalYear year) {
        SequencedMap<UUID, NoteOnPaper> notes = new LinkedHashMap<>();
        discussion.notesWithin(actor, content, year).stream()
                .filter(note -> !note.isWithdrawn())
                .forEach(note -> notes.put(note.id().value(), new NoteOnPaper(note, issued(note))));
        return notes;
    }

    /** A note, and how it stands in a paper. */
    record NoteOnPaper(Note note, IssuedNote issued) {}

    private static List<IssuedIndicator.Section> sections(PlanContent content, ResultsRow row) {
        return row.sectionPath().stream()
                .flatMap(number -> content.section(number).stream())
                .map(section -> new IssuedIndicator.Section(section.number(), section.title()))
                .toList();
    }

    private static IssuedFigure issued(ConfirmedYear.Figure confirmed) {
        YearFigure figure = confirmed.figure();
        return new IssuedFigure(
                figure.fiscalYear().year(),
                figure.value(),
                figure.text(),
                referenceYear(figure),
                figure.partial(),
                grade(confirmed.evaluation().grade()),
                figure.byTown().stream()
                        .map(town -> new IssuedFigure.Town(town.name(), town.text()))
                        .toList());
    }

    private static @Nullable Integer referenceYear(YearFigure figure) {
        return Optional.ofNullable(figure.observation())
                .map(Observation::referenceYear)
                .map(FiscalYear::year)
                .orElse(null);
    }

    private static @Nullable IssuedGrade grade(@Nullable Grade grade) {
        return grade == null ? null : new IssuedGrade(grade.label(), grade.tone());
    }

    private static IssuedNote issued(Note note) {
        return new IssuedNote(
                note.subject().label(),
                note.subject() instanceof NoteSubject.OfIndicator indicator ? indicator.no() : "",
                note.kind(),
                note.visibility(),
                note.state(),
                note.text(),
                note.author().name(),
                note.author().whose(),
                note.writtenAt(),
                note.replies().stream()
                        .filter(reply -> reply.withdrawnAt() == null)
                        .map(reply -> new IssuedNote.Reply(
                                reply.text(),
                                reply.author().name(),
                                reply.author().whose(),
                                reply.answers(),
                                reply.writtenAt()))
                        .toList());
    }
}
