package jp.kyosei.backend.importing.document;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanKind;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan as it is brought in: its versions, and the content and figures of the last of them. Fiscal years are the
 * year of their April; municipalities are six-digit codes.
 *
 * @param owner the owner's slug
 * @param slug the plan's stable name; begins with the owner's slug and a hyphen
 */
@Serdeable
public record PlanDocument(
        String owner,
        String slug,
        String title,
        PlanKind kind,
        int firstFiscalYear,
        int lastFiscalYear,
        List<String> levelNames,
        List<VersionEntry> versions,
        List<SectionEntry> sections,
        List<InitiativeEntry> initiatives,
        List<IndicatorEntry> indicators) {

    /** One version; without a date of adoption it is a draft. */
    @Serdeable
    public record VersionEntry(
            int number, String title, @Nullable LocalDate adoptedOn) {}

    /** One section; parents stand before their children. */
    @Serdeable
    public record SectionEntry(String number, @Nullable String parent, String title, String body) {}

    /** One initiative under a section. */
    @Serdeable
    public record InitiativeEntry(String section, String title, List<String> municipalities, List<SpanEntry> spans) {}

    /** What an initiative does in a span of fiscal years, both included. */
    @Serdeable
    public record SpanEntry(int firstFiscalYear, int lastFiscalYear, String text) {}

    /** One indicator with all that is recorded of it. */
    @Serdeable
    public record IndicatorEntry(
            String no,
            IndicatorKind kind,
            String section,
            String name,
            String description,
            String unit,
            int decimals,
            ChangeDigits changeDigits,
            boolean ratioAsPercent,
            Direction direction,
            boolean cumulative,
            @Nullable ProgressFormula progressFormula,
            BaselineEntry baseline,
            List<TargetEntry> targets,
            @Nullable BigDecimal statedTarget,
            Consolidation consolidation,
            List<ReporterEntry> reporters,
            String source,
            List<ActualEntry> actuals,
            List<RecordEntry> records,
            List<NarrativeEntry> narratives) {}

    /** {@code MEASURED} with value and fiscal year, {@code ABSENT} (printed —), or {@code ADDED_LATER} (blank). */
    @Serdeable
    public record BaselineEntry(
            BaselineKind type,
            @Nullable BigDecimal value,
            @Nullable Integer fiscalYear,
            @Nullable String note) {}

    /** What stands in the baseline column. */
    public enum BaselineKind {
        MEASURED,
        ABSENT,
        ADDED_LATER
    }

    /** The target of a fiscal year; the latest is the final one. */
    @Serdeable
    public record TargetEntry(int fiscalYear, BigDecimal value) {}

    /** A municipality that reports, and the code of its department, if one is assigned. */
    @Serdeable
    public record ReporterEntry(
            String municipality, @Nullable String department) {}

    /** One actual: a value, numerator and denominator, or missing with a reason; words beside a measured figure as note. */
    @Serdeable
    public record ActualEntry(
            int fiscalYear,
            @Nullable String municipality,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable MissingEntry missing,
            @Nullable Integer referenceYear,
            @Nullable String note) {}

    /** Why a figure is missing. */
    @Serdeable
    public record MissingEntry(
            MissingReason reason, @Nullable String note) {}

    /** What a paper printed of a year; a grade of null is a blank. */
    @Serdeable
    public record RecordEntry(
            int fiscalYear,
            @Nullable String grade,
            @Nullable String rate,
            @Nullable String change,
            @Nullable BigDecimal target) {}

    /** A narrative of a year. */
    @Serdeable
    public record NarrativeEntry(
            int fiscalYear,
            @Nullable String municipality,
            String progress,
            String outlook,
            @Nullable String initiatives) {}
}
