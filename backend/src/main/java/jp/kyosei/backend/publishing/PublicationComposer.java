package jp.kyosei.backend.publishing;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.ConfirmedReading;
import jp.kyosei.backend.results.ConfirmedYear;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownFigure;
import jp.kyosei.backend.results.TownNarrative;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Composes what anybody may see; always inside an open tenant door. It names what goes out, field by field: what it does
 * not take stays inside.
 */
@Singleton
final class PublicationComposer {
    private final ConfirmedReading confirmed;
    private final ActualService actuals;
    private final NoteReading discussion;
    private final Clock clock;

    PublicationComposer(ConfirmedReading confirmed, ActualService actuals, NoteReading discussion, Clock clock) {
        this.confirmed = confirmed;
        this.actuals = actuals;
        this.discussion = discussion;
        this.clock = clock;
    }

    PublicationPreview previewWithin(Actor actor, PlanContent content, PublishOrder order) {
        ConfirmedYear found = confirmed.yearWithin(content, order.fiscalYear());
        PublishedYear document = documentWithin(actor, content, order, found);
        // The secretariat's own sight: what is entered and not confirmed.
        Set<IndicatorId> entered = actuals.figuresWithin(actor, content).actuals().stream()
                .filter(actual -> actual.fiscalYear().equals(order.fiscalYear()))
                .map(Actual::indicator)
                .collect(Collectors.toSet());
        Map<String, IndicatorId> ids = found.sheet().rows().stream()
                .map(ResultsRow::indicator)
                .collect(Collectors.toMap(Indicator::no, Indicator::id));
        List<PublicationPreview.Blank> blanks = document.rows().stream()
                .filter(row -> row.newest().value() == null)
                .map(row -> blank(row, entered.contains(ids.get(row.no()))))
                .toList();
        int narratives = document.rows().stream()
                .mapToInt(row -> row.narratives().size())
                .sum();
        return new PublicationPreview(content, document, blanks, narratives);
    }

    private static PublicationPreview.Blank blank(PublishedYear.Row row, boolean entered) {
        PublishedYear.Missing missing = row.newest().missing();
        PublicationPreview.Why why = missing != null
                ? PublicationPreview.Why.REASON_GIVEN
                : entered ? PublicationPreview.Why.UNCONFIRMED : PublicationPreview.Why.NOTHING_ENTERED;
        return new PublicationPreview.Blank(row.no(), row.name(), why, missing == null ? "" : missing.text());
    }

    private PublishedYear documentWithin(Actor actor, PlanContent content, PublishOrder order, ConfirmedYear found) {
        FiscalYear year = order.fiscalYear();
        ResultsSheet sheet = found.sheet();
        Map<IndicatorId, List<TownNarrative>> narratives =
                order.narratives() ? confirmed.narrativesWithin(found) : Map.of();
        List<PublishedYear.Row> rows = found.rows().stream()
                .map(row -> row(
                        row,
                        order.narratives(),
                        narratives.getOrDefault(row.result().indicator().id(), List.of())))
                .toList();
        return new PublishedYear(
                new PublishedYear.Holder(content.ownerSlug(), content.ownerName()),
                content.plan().slug(),
                content.plan().title(),
                content.version().title(),
                year.year(),
                sheet.years().stream().map(FiscalYear::year).toList(),
                labels(sheet.rules(), sheet.rows()),
                content.sections().stream()
                        .map(section -> new PublishedYear.Section(section.number(), section.level(), section.title()))
                        .toList(),
                rows,
                order.notes() ? notesWithin(actor, content, year) : List.of(),
                null);
    }

    private static List<PublishedYear.Label> labels(RuleSet rules, List<ResultsRow> rows) {
        List<PublishedYear.Label> labels = new ArrayList<>();
        rules.grading()
                .labels()
                .forEach(label -> labels.add(new PublishedYear.Label(
                        label.label(),
                        label.tone(),
                        label.meaning(),
                        count(rows, row -> row.evaluation().grade(), label.label()),
                        count(rows, ResultsRow::previousGrade, label.label()))));
        labels.add(new PublishedYear.Label(
                rules.unmeasuredLabel(),
                "",
                "把握できず",
                count(rows, row -> row.evaluation().grade(), null),
                count(rows, ResultsRow::previousGrade, null)));
        return labels;
    }

    private static int count(List<ResultsRow> rows, GradeOf gradeOf, @Nullable String label) {
        return (int) rows.stream()
                .filter(row -> {
                    Grade grade = gradeOf.grade(row);
                    return grade == null ? label == null : grade.label().equals(label);
                })
                .count();
    }

    private interface GradeOf {
        @Nullable
        Grade grade(ResultsRow row);
    }

    private static PublishedYear.Row row(ConfirmedYear.Row confirmed, boolean words, List<TownNarrative> narratives) {
        ResultsRow row = confirmed.result();
        Indicator indicator = row.indicator();
        Measure measure = indicator.measure();
        BigDecimal judged = confirmed.target();
        return new PublishedYear.Row(
                indicator.no(),
                indicator.kind().name(),
                indicator.kind().label(),
                indicator.name(),
                indicator.description(),
                indicator.unit(),
                row.sectionPath(),
                measure.cumulative(),
                measure.direction().name(),
                measure.direction().label(),
                baseline(measure.baseline(), row.baselineText()),
                new PublishedYear.Aim(
                        measure.finalTarget().value(),
                        measure.finalTarget().fiscalYear().year(),
                        FigureFormat.asEntered(measure.finalTarget().value())),
                judged,
                FigureFormat.asEntered(judged),
                confirmed.figures().stream()
                        .map(figure -> figure(figure, words))
                        .toList(),
                row.evaluation().progressText(),
                row.evaluation().changeText(),
                mark(row.evaluation().grade()),
                mark(row.previousGrade()),
                Optional.ofNullable(row.manualGrade()).map(ManualGrade::grade).orElse(""),
                indicator.consolidation().name(),
                indicator.source(),
                narratives.stream()
                        .map(narrative -> new PublishedYear.Narrative(
                                narrative.town(), narrative.progress(), narrative.outlook(), narrative.initiatives()))
                        .toList());
    }

    private static PublishedYear.Baseline baseline(Baseline baseline, String text) {
        return switch (baseline) {
            case Baseline.Measured known ->
                new PublishedYear.Baseline(known.value(), known.fiscalYear().year(), text, "");
            case Baseline.Absent absent -> new PublishedYear.Baseline(null, null, text, "");
            case Baseline.AddedLater later -> new PublishedYear.Baseline(null, null, text, later.note());
        };
    }

    private static PublishedYear.Figure figure(ConfirmedYear.Figure confirmed, boolean words) {
        YearFigure figure = confirmed.figure();
        FlatFigure parts = FlatFigure.ofNullable(figure.observation());
        PublishedYear.Missing missing = missing(parts, words);
        return new PublishedYear.Figure(
                figure.fiscalYear().year(),
                figure.value(),
                missing == null ? figure.text() : missing.text(),
                parts.numerator(),
                parts.denominator(),
                parts.referenceYear(),
                missing,
                figure.partial(),
                mark(confirmed.evaluation().grade()),
                figure.byTown().stream().map(town -> town(town, words)).toList());
    }

    private static PublishedYear.Town town(TownFigure town, boolean words) {
        FlatFigure parts = FlatFigure.of(town.observation());
        PublishedYear.Missing missing = missing(parts, words);
        return new PublishedYear.Town(
                town.municipality().value(),
                town.name(),
                parts.value(),
                missing == null ? town.text() : missing.text(),
                parts.numerator(),
                parts.denominator(),
                parts.referenceYear(),
                missing);
    }

    private static PublishedYear.@Nullable Mark mark(@Nullable Grade grade) {
        return grade == null ? null : new PublishedYear.Mark(grade.label(), grade.tone());
    }

    private List<PublishedYear.Note> notesWithin(Actor actor, PlanContent content, FiscalYear year) {
        return discussion.notesWithin(actor, content, year).stream()
                .filter(note -> note.visibility() == Visibility.PUBLIC && !note.isWithdrawn())
                .map(this::note)
                .toList();
    }

    private PublishedYear.Note note(Note note) {
        return new PublishedYear.Note(
                note.id().value(),
                note.subject() instanceof NoteSubject.OfIndicator indicator ? indicator.no() : "",
                note.subject().label(),
                note.kind().label(),
                note.author().whose(),
                day(note.writtenAt()),
                note.text(),
                note.replies().stream()
                        .filter(reply -> reply.answers() && reply.withdrawnAt() == null)
                        .map(this::answer)
                        .toList());
    }

    private PublishedYear.Answer answer(Reply reply) {
        return new PublishedYear.Answer(reply.id(), reply.author().whose(), day(reply.writtenAt()), reply.text());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private static PublishedYear.@Nullable Missing missing(FlatFigure figure, boolean words) {
        MissingReason reason = figure.missing();
        return reason == null
                ? null
                : new PublishedYear.Missing(reason.name(), reason.label(), words ? figure.explanation() : "");
    }
}
