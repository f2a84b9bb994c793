package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.discussion.DiscussionService;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.PlanResults;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Composes what papers hold at this moment; always inside an open tenant door. */
@Singleton
final class PaperComposer {
    /** As committee members see them: what is not confirmed is in no paper, whoever issues or reads it. */
    private static final FigureSight CONFIRMED_ONLY = new FigureSight(false, Set.of());

    private final ResultsService results;
    private final ActualService actuals;
    private final DiscussionService discussion;

    PaperComposer(ResultsService results, ActualService actuals, DiscussionService discussion) {
        this.results = results;
        this.actuals = actuals;
        this.discussion = discussion;
    }

    /** The results of a plan in a year, and what the towns wrote. */
    record Sheet(ResultsSheet results, SequencedMap<UUID, IssuedIndicator> indicators) {}

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

    Sheet sheetWithin(PlanContent content, FiscalYear year) {
        PlanResults found = results.resultsWithin(CONFIRMED_ONLY, content, year);
        ResultsSheet sheet = found.sheet();
        Map<IndicatorId, List<Narrative>> narratives = actuals
                .narrativesWithin(
                        CONFIRMED_ONLY,
                        content.plan().owner(),
                        sheet.rows().stream().map(row -> row.indicator().id()).toList(),
                        year)
                .stream()
                .filter(narrative -> narrative.fiscalYear().equals(year))
                .collect(Collectors.groupingBy(Narrative::indicator));
        Evaluator evaluator = new Evaluator(sheet.rules());
        SequencedMap<UUID, IssuedIndicator> indicators = new LinkedHashMap<>();
        for (int index = 0; index < sheet.rows().size(); index++) {
            ResultsRow row = sheet.rows().get(index);
            Indicator indicator = row.indicator();
            indicators.put(
                    indicator.id().value(),
                    new IssuedIndicator(
                            indicator.no(),
                            indicator.kind().label(),
                            indicator.name(),
                            indicator.description(),
                            indicator.unit(),
                            sections(content, row),
                            indicator.measure().cumulative(),
                            row.baselineText(),
                            row.targetText(),
                            evaluator.target(indicator.measure(), year).value(),
                            figures(row, found.evaluations().get(index)),
                            row.evaluation().progressText(),
                            row.evaluation().changeText(),
                            grade(row.evaluation().grade()),
                            grade(row.previousGrade()),
                            Optional.ofNullable(row.manualGrade())
                                    .map(ManualGrade::grade)
                                    .orElse(""),
                            narratives(indicator, narratives.getOrDefault(indicator.id(), List.of()))));
        }
        return new Sheet(sheet, indicators);
    }

    /** The notes of a year that the actor sees; what is withdrawn is in no paper. */
    SequencedMap<UUID, NoteOnPaper> notesWithin(Actor actor, PlanContent content, FiscalYear year) {
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

    private static List<IssuedFigure> figures(ResultsRow row, List<Evaluation> evaluations) {
        List<IssuedFigure> figures = new ArrayList<>();
        for (int index = 0; index < row.figures().size(); index++) {
            YearFigure figure = row.figures().get(index);
            figures.add(new IssuedFigure(
                    figure.fiscalYear().year(),
                    figure.value(),
                    figure.text(),
                    referenceYear(figure),
                    figure.partial(),
                    grade(evaluations.get(index).grade()),
                    figure.byTown().stream()
                            .map(town -> new IssuedFigure.Town(town.name(), town.text()))
                            .toList()));
        }
        return figures;
    }

    private static @Nullable Integer referenceYear(YearFigure figure) {
        return Optional.ofNullable(figure.observation())
                .map(Observation::referenceYear)
                .map(FiscalYear::year)
                .orElse(null);
    }

    private static List<IssuedNarrative> narratives(Indicator indicator, List<Narrative> written) {
        Map<MunicipalityCode, String> names = indicator.reporters().stream()
                .collect(Collectors.toMap(Reporter::municipality, Reporter::municipalityName, (one, same) -> one));
        return written.stream()
                .filter(narrative -> !narrative.text().isEmpty())
                .sorted(Comparator.comparing(narrative -> Optional.ofNullable(narrative.municipality())
                        .map(MunicipalityCode::value)
                        .orElse("")))
                .map(narrative -> new IssuedNarrative(
                        Optional.ofNullable(narrative.municipality())
                                .map(town -> names.getOrDefault(town, town.value()))
                                .orElse(""),
                        narrative.progress(),
                        narrative.outlook(),
                        narrative.text().initiatives()))
                .toList();
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
