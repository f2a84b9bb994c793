package jp.kyosei.backend.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownFigure;
import jp.kyosei.backend.results.YearFigure;
import org.jspecify.annotations.Nullable;

/** The results sheet in JSON; the names are the contract. */
@Serdeable
record ResultsView(String plan, int fiscalYear, List<Integer> years, List<RowView> rows) {
    static ResultsView of(ResultsSheet sheet) {
        return new ResultsView(
                sheet.content().plan().slug(),
                sheet.fiscalYear().year(),
                sheet.years().stream().map(FiscalYear::year).toList(),
                sheet.rows().stream().map(RowView::of).toList());
    }

    /** One indicator. */
    @Serdeable
    record RowView(
            String no,
            IndicatorKind kind,
            String name,
            String unit,
            List<String> section,
            boolean cumulative,
            Direction direction,
            BaselineView baseline,
            TargetView target,
            List<ActualView> actuals,
            String progressText,
            String changeText,
            @Nullable String grade,
            @Nullable String previousGrade,
            @Nullable ManualGradeView manualGrade,
            String consolidation,
            List<CheckView> checks) {
        static RowView of(ResultsRow row) {
            Indicator indicator = row.indicator();
            Measure measure = indicator.measure();
            Grade grade = row.evaluation().grade();
            Grade previous = row.previousGrade();
            ManualGrade manual = row.manualGrade();
            return new RowView(
                    indicator.no(),
                    indicator.kind(),
                    indicator.name(),
                    indicator.unit(),
                    row.sectionPath(),
                    measure.cumulative(),
                    measure.direction(),
                    BaselineView.of(measure.baseline(), row.baselineText()),
                    TargetView.of(measure.finalTarget()),
                    row.figures().stream().map(ActualView::of).toList(),
                    row.evaluation().progressText(),
                    row.evaluation().changeText(),
                    grade == null ? null : grade.label(),
                    previous == null ? null : previous.label(),
                    manual == null ? null : ManualGradeView.of(manual),
                    indicator.consolidation().name(),
                    row.findings().stream().map(CheckView::of).toList());
        }
    }

    /**
     * The baseline.
     *
     * @param text as printed: — where there was none, empty where the indicator came later
     * @param note what the column says instead, such as 2021年3月供用開始
     */
    @Serdeable
    record BaselineView(
            @Nullable BigDecimal value,
            @Nullable Integer fiscalYear,
            String text,
            @Nullable String note) {
        static BaselineView of(Baseline baseline, String text) {
            return switch (baseline) {
                case Baseline.Measured known ->
                    new BaselineView(known.value(), known.fiscalYear().year(), text, null);
                case Baseline.Absent absent -> new BaselineView(null, null, text, null);
                case Baseline.AddedLater later -> new BaselineView(null, null, text, later.note());
            };
        }
    }

    /** The final target. */
    @Serdeable
    record TargetView(BigDecimal value, int fiscalYear) {
        static TargetView of(Target target) {
            return new TargetView(target.value(), target.fiscalYear().year());
        }
    }

    /**
     * The consolidated figure of a year.
     *
     * @param partial whether a reporter's part is missing from it
     * @param provisional whether it is made of a figure that is not confirmed yet
     * @param missingMunicipalities the reporters that have given nothing, where others have
     */
    @Serdeable
    record ActualView(
            int fiscalYear,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            @Nullable MissingView missing,
            boolean partial,
            boolean provisional,
            List<String> missingMunicipalities,
            List<TownView> byMunicipality) {
        static ActualView of(YearFigure figure) {
            FlatFigure parts = FlatFigure.ofNullable(figure.observation());
            return new ActualView(
                    figure.fiscalYear().year(),
                    figure.value(),
                    parts.numerator(),
                    parts.denominator(),
                    parts.referenceYear(),
                    MissingView.of(parts),
                    figure.partial(),
                    figure.provisional(),
                    figure.missingTowns().stream().map(town -> town.value()).toList(),
                    figure.byTown().stream().map(TownView::of).toList());
        }
    }

    /** What one municipality reported. */
    @Serdeable
    record TownView(
            String municipality,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            @Nullable MissingView missing,
            String state) {
        static TownView of(TownFigure town) {
            FlatFigure parts = FlatFigure.of(town.observation());
            return new TownView(
                    town.municipality().value(),
                    parts.value(),
                    parts.numerator(),
                    parts.denominator(),
                    parts.referenceYear(),
                    MissingView.of(parts),
                    town.state().name());
        }
    }

    /** Why a figure is missing. */
    @Serdeable
    record MissingView(String reason, String note) {
        static @Nullable MissingView of(FlatFigure figure) {
            MissingReason missing = figure.missing();
            return missing == null ? null : new MissingView(missing.name(), figure.explanation());
        }
    }

    /** A grade set by a person beside the computed one. */
    @Serdeable
    record ManualGradeView(String grade, String author, String at, String reason) {
        static ManualGradeView of(ManualGrade manual) {
            return new ManualGradeView(
                    manual.grade(), manual.author(), manual.at().toString(), manual.reason());
        }
    }

    /** A check, and who confirmed that the figure stands. */
    @Serdeable
    record CheckView(
            String code,
            int fiscalYear,
            String message,
            @Nullable ConfirmationView confirmed) {
        static CheckView of(CheckedFinding finding) {
            CheckConfirmation confirmation = finding.confirmation();
            return new CheckView(
                    finding.check().code().name(),
                    finding.check().fiscalYear().year(),
                    finding.check().message(),
                    confirmation == null
                            ? null
                            : new ConfirmationView(
                                    confirmation.confirmedBy(),
                                    confirmation.at().toString(),
                                    confirmation.reason()));
        }
    }

    /** A confirmation with its reason. */
    @Serdeable
    record ConfirmationView(String by, String at, String reason) {}
}
