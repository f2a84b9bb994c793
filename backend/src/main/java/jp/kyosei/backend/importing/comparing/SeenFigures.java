package jp.kyosei.backend.importing.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.importing.reading.SeenFigure;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.results.ResultsPreview;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * Takes what somebody changed where people see the figures of this product's own file: between what the sheets for programs say
 * and what is stored, it counts where it alone differs. A total is never taken, for it is computed.
 */
final class SeenFigures {
    private final ReadPlan read;
    private final StoredCells cells;
    private final ResultsPreview results;
    private final Map<String, Indicator> byNo;
    private final List<Indicator> indicators;
    private final SequencedMap<String, ReadIndicator> files = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();

    /** A total as the file has it, which is not the one that is stored. */
    record Total(Indicator indicator, SeenFigure seen) {}

    /** Of an existing plan. */
    SeenFigures(ReadPlan read, StoredPlan stored) {
        this.read = read;
        this.cells = new StoredCells(stored);
        this.results = new ResultsPreview(stored.content(), stored.rules(), stored.indicators(), stored.figures());
        this.indicators = stored.indicators();
        this.byNo = indicators.stream().collect(Collectors.toMap(Indicator::no, Function.identity()));
        read.indicators().forEach(file -> files.putIfAbsent(file.whole().no(), file));
    }

    /** What the file says with what was changed in it, once. */
    ReadPlan taken() {
        if (read.seen().isEmpty()) {
            return read;
        }
        read.seen().forEach(this::look);
        return read.with(List.copyOf(files.values()), findings);
    }

    /** Totals that are not as they are stored; after {@link #taken}. */
    List<Total> totals() {
        return List.copyOf(totals);
    }

    /** Where the file is of a new plan: nothing is stored to tell which of two figures was changed. */
    static ReadPlan unresolved(ReadPlan read) {
        Map<String, ReadIndicator> byNo = read.indicators().stream()
                .collect(Collectors.toMap(file -> file.whole().no(), Function.identity(), (first, second) -> first));
        List<Finding> found = new ArrayList<>();
        for (SeenFigure seen : read.seen()) {
            ReadIndicator file = byNo.get(seen.no());
            // What towns gave is printed rounded; without what was printed nothing is known of it.
            if (seen.town().isEmpty() && file != null && !isAmong(file, seen)) {
                found.add(Finding.problem(
                        seen.place(),
                        seen.no(),
                        "%sの値「%s」が、シート「実績値」の値と違います。新しい計画は「実績値」から取り込みます。どちらかに合わせてください。"
                                .formatted(seen.year().shortLabel(), seen.text())));
            }
        }
        return read.with(read.indicators(), found);
    }

    private static boolean isAmong(ReadIndicator file, SeenFigure seen) {
        Observation observation = seen.observation();
        return observation == null
                || file.whole().figures().stream()
                        .filter(figure -> figure.year().equals(seen.year()))
                        .anyMatch(figure -> FigureWords.printedAlike(figure.observation(), observation));
    }

    private void look(SeenFigure seen) {
        Optional<Indicator> found = indicator(seen);
        if (found.isEmpty()) {
            findings.add(Finding.problem(
                    seen.place(),
                    seen.no(),
                    "計画に「%s %s」という指標がありません。指標番号を元に戻すか、この行を削除してください。".formatted(seen.no(), seen.name())));
            return;
        }
        Indicator indicator = found.get();
        List<Reporter> reporters = indicator.reporters();
        if (!seen.town().isEmpty()) {
            reporters.stream()
                    .filter(reporter -> reporter.municipalityName().equals(seen.town()))
                    .findFirst()
                    .ifPresentOrElse(
                            reporter -> compare(indicator, reporter.municipality(), seen),
                            () -> findings.add(Finding.problem(
                                    seen.place(),
                                    indicator.no(),
                                    "「%s」は、この指標を報告する市町村ではありません。".formatted(seen.town()))));
        } else if (reporters.size() == 1) {
            compare(indicator, reporters.getFirst().municipality(), seen);
        } else if (reporters.isEmpty() || indicator.consolidation() == Consolidation.ENTERED) {
            compare(indicator, null, seen);
        } else if (!isPrintedAs(
                indicator, seen, results.figure(indicator.id(), seen.year()).orElse(null))) {
            totals.add(new Total(indicator, seen));
        }
    }

    /** By its number, unless that is another's: spreadsheets make days of numbers such as 1-2. */
    private Optional<Indicator> indicator(SeenFigure seen) {
        Indicator numbered = byNo.get(seen.no());
        if (numbered != null && IndicatorMatch.isAlike(seen.name(), numbered.name())) {
            return Optional.of(numbered);
        }
        List<Indicator> named = indicators.stream()
                .filter(each -> IndicatorMatch.isSameName(each.name(), seen.name()))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private void compare(Indicator indicator, @Nullable MunicipalityCode town, SeenFigure seen) {
        ReadIndicator file = files.get(indicator.no());
        Observation said = file == null
                ? null
                : file.whole().figures().stream()
                        .filter(figure -> figure.year().equals(seen.year()) && isOf(figure.town(), town, indicator))
                        .map(WholeIndicator.Figure::observation)
                        .findFirst()
                        .orElse(null);
        Actual before = cells.figure(new StoredCells.Cell(indicator.id(), seen.year(), town));
        Observation known = before == null ? null : before.observation();
        if (isPrintedAs(indicator, seen, said) || (said == null && isPrintedAs(indicator, seen, known))) {
            return;
        }
        boolean changedForPrograms = said != null && (known == null || !FigureWords.isEqual(known, said));
        if (changedForPrograms && isPrintedAs(indicator, seen, known)) {
            return;
        }
        String whose = town == null ? "" : indicator.townName(town) + "の";
        if (changedForPrograms) {
            findings.add(Finding.problem(
                    seen.place(),
                    indicator.no(),
                    "%s%sの値が、シート「実績値」では %s、ここでは「%s」です。どちらかに合わせてください。"
                            .formatted(
                                    whose,
                                    seen.year().shortLabel(),
                                    FigureWords.of(Objects.requireNonNull(said)),
                                    seen.text())));
            return;
        }
        Observation observation = seen.observation();
        if (observation == null) {
            findings.add(Finding.problem(
                    seen.place(),
                    indicator.no(),
                    "%s%sの値「%s」を、数値か理由として読み取れません。".formatted(whose, seen.year().shortLabel(), seen.text())));
            return;
        }
        files.put(indicator.no(), with(indicator, file, town, seen, observation));
    }

    private static boolean isOf(@Nullable MunicipalityCode of, @Nullable MunicipalityCode town, Indicator indicator) {
        return Objects.equals(of, town) || (of == null && indicator.reporters().size() == 1);
    }

    /** Whether a figure that is known is printed as it stands there. */
    private boolean isPrintedAs(Indicator indicator, SeenFigure seen, @Nullable Observation known) {
        return known == null ? isNothing(seen) : isPrintedAs(results, indicator, seen, known);
    }

    static boolean isPrintedAs(ResultsPreview results, Indicator indicator, SeenFigure seen, Observation known) {
        Observation observation = seen.observation();
        if (observation != null && FigureWords.printedAlike(known, observation)) {
            return true;
        }
        if (known.observed() instanceof Observed.Missing missing) {
            return seen.isPrintedAs(missing.text())
                    || seen.isPrintedAs(missing.reason().label())
                    || isNothing(seen);
        }
        boolean sameYear = observation != null && Objects.equals(known.referenceYear(), observation.referenceYear());
        return sameYear && seen.isPrintedWithoutYearAs(results.text(indicator, seen.year(), known));
    }

    private static boolean isNothing(SeenFigure seen) {
        return seen.text().isBlank() || seen.text().matches("[—―ー‐–-]+");
    }

    private static ReadIndicator with(
            Indicator indicator,
            @Nullable ReadIndicator file,
            @Nullable MunicipalityCode town,
            SeenFigure seen,
            Observation observation) {
        WholeIndicator whole = file == null ? WholeIndicator.of(indicator, List.of()) : file.whole();
        List<WholeIndicator.Figure> figures = new ArrayList<>(whole.figures().stream()
                .filter(figure -> !figure.year().equals(seen.year()) || !isOf(figure.town(), town, indicator))
                .toList());
        figures.add(new WholeIndicator.Figure(seen.year(), town, observation));
        Map<IndicatorPart, CellPlace> places = new LinkedHashMap<>(file == null ? Map.of() : file.places());
        places.put(IndicatorPart.figure(seen.year(), town), seen.place());
        return new ReadIndicator(whole.withFigures(figures), true, file == null ? seen.place() : file.place(), places);
    }
}
