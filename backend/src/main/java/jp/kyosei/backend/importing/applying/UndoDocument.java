package jp.kyosei.backend.importing.applying;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.importing.comparing.PlannedImport;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What an import has written, with what stood there before.
 *
 * @param newPlan whether it created the plan; then nothing stood anywhere, and the lists are empty
 * @param newFigures how many figures came with a new plan
 */
@Serdeable
public record UndoDocument(
        boolean newPlan, int newFigures, List<Figure> figures, List<Words> narratives, List<Printed> records) {

    /** A figure's cell before and after. */
    @Serdeable
    public record Figure(
            UUID indicator,
            int fiscalYear,
            @Nullable String municipality,
            @Nullable Stand before,
            @Nullable Stand after) {}

    /** What stands in a figure's cell. */
    @Serdeable
    public record Stand(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable MissingReason missing,
            @Nullable String missingNote,
            @Nullable Integer referenceYear,
            String note,
            ActualState state) {
        public static @Nullable Stand of(@Nullable Actual actual) {
            return actual == null ? null : of(actual.observation(), actual.state());
        }

        static Stand of(Observation observation, ActualState state) {
            FlatFigure figure = FlatFigure.of(observation);
            return new Stand(
                    figure.value(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.missing(),
                    figure.missing() == null ? null : figure.explanation(),
                    figure.referenceYear(),
                    figure.remark(),
                    state);
        }

        public Observation observation() {
            String words = missing == null ? note : missingNote;
            return new FlatFigure(value, numerator, denominator, missing, words == null ? "" : words, referenceYear)
                    .figure();
        }
    }

    /** A narrative before and after. */
    @Serdeable
    public record Words(
            UUID indicator,
            int fiscalYear,
            @Nullable String municipality,
            @Nullable Text before,
            @Nullable Text after) {}

    /** A narrative's texts. */
    @Serdeable
    public record Text(String progress, String outlook, String initiatives, ActualState state) {
        public static @Nullable Text of(@Nullable Narrative narrative) {
            return narrative == null ? null : of(narrative.text(), narrative.state());
        }

        static Text of(NarrativeText text, ActualState state) {
            return new Text(text.progress(), text.outlook(), text.initiatives(), state);
        }

        public NarrativeText text() {
            return new NarrativeText(progress, outlook, initiatives);
        }
    }

    /** What was printed, before and after. */
    @Serdeable
    public record Printed(
            UUID indicator,
            int fiscalYear,
            @Nullable Columns before,
            @Nullable Columns after) {}

    /** What a paper printed of a year. */
    @Serdeable
    public record Columns(
            @Nullable String grade,
            @Nullable String rate,
            @Nullable String change,
            @Nullable BigDecimal target) {
        static @Nullable Columns of(@Nullable PublishedRecord published) {
            return published == null
                    ? null
                    : new Columns(published.grade(), published.rate(), published.change(), published.target());
        }

        public PublishedRecord of(UUID indicator, int fiscalYear) {
            return new PublishedRecord(
                    new IndicatorId(indicator), new FiscalYear(fiscalYear), grade, rate, change, target);
        }
    }

    static UndoDocument of(PlannedImport planned) {
        return new UndoDocument(
                planned.isNewPlan(),
                planned.read().plan().countFigures(),
                planned.actuals().stream().map(UndoDocument::figure).toList(),
                planned.narratives().stream().map(UndoDocument::words).toList(),
                planned.records().stream().map(UndoDocument::printed).toList());
    }

    private static Figure figure(CellChange change) {
        Observation after = change.after();
        return new Figure(
                change.indicator().value(),
                change.fiscalYear().year(),
                code(change.municipality()),
                Stand.of(change.before()),
                after == null ? null : Stand.of(after, change.state()));
    }

    private static Words words(NarrativeChange change) {
        NarrativeText after = change.after();
        return new Words(
                change.indicator().value(),
                change.fiscalYear().year(),
                code(change.municipality()),
                Text.of(change.before()),
                after == null ? null : Text.of(after, change.state()));
    }

    private static Printed printed(RecordChange change) {
        PublishedRecord any = change.either();
        return new Printed(
                any.indicator().value(),
                any.fiscalYear().year(),
                Columns.of(change.before()),
                Columns.of(change.after()));
    }

    private static @Nullable String code(@Nullable MunicipalityCode town) {
        return town == null ? null : town.value();
    }
}
