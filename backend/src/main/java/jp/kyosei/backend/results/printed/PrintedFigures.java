package jp.kyosei.backend.results.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.TownFigure;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Figures as they stand in cells, and the words that stand below the table because a cell is too narrow. */
final class PrintedFigures {
    private static final int LETTERS_IN_A_CELL = 15;

    private PrintedFigures() {}

    static PrintedFigure of(Indicator indicator, YearFigure figure) {
        List<PrintedFigure.Part> parts = indicator.consolidation() == Consolidation.SINGLE
                        || indicator.reporters().size() < 2
                ? List.of()
                : figure.byTown().stream().map(PrintedFigures::part).toList();
        Observation observation = figure.observation();
        BigDecimal value = figure.value();
        if (observation == null) {
            return new PrintedFigure(null, "", "", parts);
        }
        return value == null
                ? new PrintedFigure(null, "", words(observation.observed()), parts)
                : new PrintedFigure(value, otherThan(null, observation.referenceYear()), "", parts);
    }

    private static PrintedFigure.Part part(TownFigure town) {
        String year = otherThan(null, town.observation().referenceYear());
        return switch (town.observation().observed()) {
            case Observed.Value plain -> new PrintedFigure.Part(town.name(), plain.value(), year, "");
            case Observed.Ratio ratio -> new PrintedFigure.Part(town.name(), null, "", town.text() + year);
            case Observed.Missing missing -> new PrintedFigure.Part(town.name(), null, "", brief(missing));
        };
    }

    /** What is too long for a cell stands below the table, see {@link #remarks}. */
    private static String brief(Observed.Missing missing) {
        return missing.note().length() <= LETTERS_IN_A_CELL
                ? missing.text()
                : missing.reason().label();
    }

    /** A share of 0 of 0 has no value, and is no missing figure either. */
    private static String words(Observed observed) {
        return switch (observed) {
            case Observed.Missing missing -> brief(missing);
            case Observed.Value plain -> "";
            case Observed.Ratio ratio ->
                "%s／%s"
                        .formatted(
                                ratio.numerator().toPlainString(),
                                ratio.denominator().toPlainString());
        };
    }

    /** The year in brackets where it is not the usual one. */
    static String otherThan(@Nullable FiscalYear usual, @Nullable FiscalYear year) {
        return year == null || year.equals(usual) ? "" : "(%s)".formatted(year.shortLabel());
    }

    /** Why there is no figure in that year, in full. */
    static String reason(ResultsRow row, FiscalYear year) {
        return row.figure(year)
                .flatMap(figure -> Optional.ofNullable(figure.observation()))
                .map(observation -> observation.observed() instanceof Observed.Missing missing ? missing.text() : "")
                .filter(words -> !words.isEmpty())
                .orElse("未報告");
    }

    /** Words beside figures, and reasons that are too long for a cell: once for all years that have the same. */
    static List<String> remarks(ResultsRow row, List<Actual> remarked) {
        List<String> remarks = new ArrayList<>(
                remarked.stream().map(actual -> remark(row.indicator(), actual)).toList());
        SequencedMap<String, List<String>> reasons = new LinkedHashMap<>();
        for (YearFigure figure : row.figures()) {
            Observation observation = figure.observation();
            if (observation != null
                    && observation.observed() instanceof Observed.Missing missing
                    && !brief(missing).equals(missing.text())) {
                reasons.computeIfAbsent(
                                "%s：%s".formatted(missing.reason().label(), missing.note()), words -> new ArrayList<>())
                        .add(figure.fiscalYear().shortLabel());
            }
        }
        reasons.forEach((words, years) -> remarks.add(String.join("・", years) + " " + words));
        return remarks;
    }

    private static String remark(Indicator indicator, Actual actual) {
        MunicipalityCode reporter = actual.municipality();
        String town = indicator.reporters().size() > 1 && reporter != null ? " " + indicator.townName(reporter) : "";
        return "%s%s：%s".formatted(actual.fiscalYear().shortLabel(), town, actual.note());
    }
}
