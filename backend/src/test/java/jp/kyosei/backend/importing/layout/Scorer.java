package jp.kyosei.backend.importing.layout;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.understanding.fate.Fate;
import org.jspecify.annotations.Nullable;

/** Counts of a layout's cells which became what they say. */
final class Scorer {
    private static final Set<Fate> FIGURES = Set.of(Fate.BASELINE, Fate.TARGET, Fate.ACTUAL);

    private static final Pattern UNIT_IN_NAME = Pattern.compile("[(（][^()（）]{1,4}[)）]$");

    private final Layout layout;
    private final List<Fact> facts;
    private final Reading reading;
    private final Asked asked;
    private final boolean answered;
    private final Map<CellPlace, String> wrong = new LinkedHashMap<>();
    private int right;
    private int askedCells;

    private Scorer(Layout layout, Reading reading, boolean answered) {
        this.answered = answered;
        this.layout = layout;
        this.facts = Facts.of(layout);
        this.reading = reading;
        this.asked = new Asked(layout, facts, reading);
    }

    static Score score(Layout layout) {
        return score(layout, Reading.of(layout), false);
    }

    /** @param answered whether somebody has answered, so that what nobody can know is no longer asked for */
    static Score score(Layout layout, Reading reading, boolean answered) {
        Scorer scorer = new Scorer(layout, reading, answered);
        scorer.facts.forEach(scorer::judge);
        scorer.reading.plan().indicators().forEach(scorer::judgeWhatNobodySaid);
        scorer.judgeWhatIsTold();
        return new Score(
                layout.name(),
                scorer.right,
                scorer.askedCells,
                List.copyOf(scorer.wrong.values()),
                scorer.reading.questions());
    }

    private void judge(Fact fact) {
        Optional<WholeIndicator> indicator = indicator(fact.indicator());
        boolean blocks = asked.names(fact);
        boolean taken = indicator.isPresent() && isTaken(fact, indicator.get());
        if (blocks) {
            askedCells++;
        } else if (taken) {
            right++;
        } else if (fact.what() != Fact.What.ASK || !answered) {
            wrong(fact.place(), "%s %s %s".formatted(fact.what(), fact.indicator(), said(fact)));
        }
    }

    private void wrong(@Nullable CellPlace place, String words) {
        CellPlace at = place == null ? new CellPlace("", 0, 0) : place;
        wrong.putIfAbsent(at, "%s %s: %s".formatted(at.sheet(), at.name(), words));
    }

    private static String said(Fact fact) {
        FiscalYear year = fact.year();
        return "%s %s %s%s"
                .formatted(year == null ? "" : year.shortLabel(), fact.town(), fact.values(), fact.words())
                .strip();
    }

    private Optional<WholeIndicator> indicator(String name) {
        return reading.plan().indicators().stream()
                .map(ReadIndicator::whole)
                .filter(whole -> isNamed(whole, name))
                .findFirst();
    }

    /** A unit in brackets after a name may stay in the name or become the unit alone. */
    private static boolean isNamed(WholeIndicator whole, String name) {
        String plain = plain(whole.name());
        return plain.equals(plain(name))
                || plain.equals(plain(UNIT_IN_NAME.matcher(name).replaceFirst("")));
    }

    /** A name without what papers put between its parts: 公民館 利用者数 is 公民館・利用者数 and 公民館（利用者数）. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private boolean isTaken(Fact fact, WholeIndicator indicator) {
        return switch (fact.what()) {
            case NAME -> true;
            case UNIT -> unitIndex(fact, indicator) >= 0;
            case LOWER -> indicator.direction() == Direction.LOWER;
            case BASELINE ->
                indicator.baseline() instanceof Baseline.Measured(BigDecimal value, FiscalYear year)
                        && year.equals(fact.year())
                        && isSame(fact, indicator, value);
            case TARGET ->
                indicator.targets().stream()
                        .anyMatch(target ->
                                target.fiscalYear().equals(fact.year()) && isSame(fact, indicator, target.value()));
            case ACTUAL ->
                indicator.figures().stream()
                        .anyMatch(figure -> isOf(fact, figure)
                                && figure.observation().observed() instanceof Observed.Value(BigDecimal value)
                                && isSame(fact, indicator, value)
                                && (fact.reference() == null
                                        || fact.reference()
                                                .equals(figure.observation().referenceYear())));
            case MISSING ->
                indicator.figures().stream()
                        .anyMatch(figure ->
                                isOf(fact, figure) && figure.observation().observed() instanceof Observed.Missing);
            case WORDS, ASK -> false;
        };
    }

    private boolean isOf(Fact fact, WholeIndicator.Figure figure) {
        return figure.year().equals(fact.year()) && isTown(fact, figure.town());
    }

    private boolean isTown(Fact fact, @Nullable MunicipalityCode town) {
        if (layout.towns().isEmpty()) {
            return true;
        }
        return fact.town().isEmpty()
                ? town == null
                : Reading.code(layout, fact.town()).equals(town);
    }

    /** A figure may be read in another unit, if all are: 18.8 万人 is 188,000 人. */
    private boolean isSame(Fact fact, WholeIndicator indicator, BigDecimal value) {
        if (fact.values().size() == 1) {
            return fact.values().getFirst().compareTo(value) == 0;
        }
        return facts.stream()
                .filter(other ->
                        other.what() == Fact.What.UNIT && other.indicator().equals(fact.indicator()))
                .mapToInt(unit -> unitIndex(unit, indicator))
                .anyMatch(index -> index >= 0
                        && fact.values()
                                        .get(Math.min(index, fact.values().size() - 1))
                                        .compareTo(value)
                                == 0);
    }

    private static int unitIndex(Fact unit, WholeIndicator indicator) {
        List<String> units = unit.words().stream().map(Scorer::folded).toList();
        return units.indexOf(folded(indicator.unit()));
    }

    /** A dash says that there is no unit. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceFirst("^[-－―ー]$", "");
    }

    /** Figures of the plan that no cell says: a total, a forecast, another year's. */
    private void judgeWhatNobodySaid(ReadIndicator read) {
        WholeIndicator whole = read.whole();
        List<Fact> own =
                facts.stream().filter(fact -> isNamed(whole, fact.indicator())).toList();
        if (own.isEmpty() && !asked.names(read.place())) {
            wrong(read.place(), "nobody named the indicator " + whole.name());
        }
        if (whole.baseline() instanceof Baseline.Measured(BigDecimal value, FiscalYear year)) {
            judge(own, Fact.What.BASELINE, year, null, read.at(IndicatorPart.BASELINE), value);
        }
        for (Target target : whole.targets()) {
            FiscalYear year = target.fiscalYear();
            judge(own, Fact.What.TARGET, year, null, read.at(IndicatorPart.target(year)), target.value());
        }
        for (WholeIndicator.Figure figure : whole.figures()) {
            CellPlace place = read.at(IndicatorPart.figure(figure.year(), figure.town()));
            if (figure.observation().observed() instanceof Observed.Value(BigDecimal value)) {
                judge(own, Fact.What.ACTUAL, figure.year(), figure.town(), place, value);
            }
        }
    }

    private void judge(
            List<Fact> own,
            Fact.What what,
            FiscalYear year,
            @Nullable MunicipalityCode town,
            CellPlace place,
            BigDecimal value) {
        boolean said = own.stream()
                .anyMatch(fact -> fact.what() == what
                        && year.equals(fact.year())
                        && (what != Fact.What.ACTUAL || isTown(fact, town)));
        boolean known = answered
                && own.stream()
                        .anyMatch(fact ->
                                fact.what() == Fact.What.ASK && fact.place().equals(place));
        if (!said && !known && !asked.names(place)) {
            wrong(place, "nobody said %s %s %s".formatted(what, year.shortLabel(), value.toPlainString()));
        }
    }

    /** A cell that the preview shows as a figure is one. */
    private void judgeWhatIsTold() {
        Set<CellPlace> taken = reading.plan().indicators().stream()
                .flatMap(indicator -> indicator.places().values().stream())
                .collect(Collectors.toSet());
        reading.fates()
                .filter(fate -> FIGURES.contains(fate.fate()))
                .filter(fate ->
                        !taken.contains(fate.place()) && !asked.names(fate.place()) && !saysNothing(fate.place()))
                .forEach(fate -> wrong(
                        fate.place(), "is told to be %s".formatted(fate.fate().label())));
    }

    private boolean saysNothing(CellPlace place) {
        return layout.sheets().stream()
                .filter(sheet -> sheet.name().equals(place.sheet()))
                .flatMap(sheet -> sheet.at(place.row(), place.column()).stream())
                .anyMatch(cell -> cell.says("none"));
    }
}
