package jp.kyosei.backend.importing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.OneLine;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Understands a document: flat numbers and words become figures, years and towns, once; what cannot is named. */
final class DocumentReading {
    private final PlanDocument document;
    private final List<ImportProblem> problems = new ArrayList<>();

    DocumentReading(PlanDocument document) {
        this.document = document;
    }

    /** The plan; without the parts of which {@link #problems} tells. */
    WholePlan plan() {
        return new WholePlan(
                document.owner(),
                document.slug(),
                TextKind.cleaned(document.title()),
                document.kind(),
                year("firstFiscalYear", document.firstFiscalYear()),
                year("lastFiscalYear", document.lastFiscalYear()),
                document.levelNames().stream().map(TextKind::cleaned).toList(),
                document.versions().stream()
                        .map(version -> new PlanDocument.VersionEntry(
                                version.number(), TextKind.cleaned(version.title()), version.adoptedOn()))
                        .toList(),
                document.sections().stream()
                        .map(section -> new PlanDocument.SectionEntry(
                                TextKind.cleaned(section.number()),
                                section.parent() == null ? null : TextKind.cleaned(section.parent()),
                                TextKind.cleaned(section.title()),
                                TextKind.cleaned(section.body())))
                        .toList(),
                document.initiatives().stream().map(this::initiative).toList(),
                document.indicators().stream().map(this::indicator).toList());
    }

    /** What could not be understood; after {@link #plan}. */
    List<ImportProblem> problems() {
        return List.copyOf(problems);
    }

    private Initiative initiative(PlanDocument.InitiativeEntry entry) {
        String place = "取組「%s」".formatted(entry.title());
        return new Initiative(
                InitiativeId.next(),
                TextKind.cleaned(entry.section()),
                TextKind.cleaned(entry.title()),
                entry.municipalities().stream()
                        .flatMap(code -> Stream.ofNullable(town(place, code)))
                        .toList(),
                entry.spans().stream()
                        .flatMap(span -> span(place, span).stream())
                        .toList());
    }

    private Optional<InitiativeSpan> span(String place, PlanDocument.SpanEntry entry) {
        FiscalYear first = year(place, entry.firstFiscalYear());
        FiscalYear last = year(place, entry.lastFiscalYear());
        if (last.compareTo(first) < 0) {
            problem(place, "取組の最終年度が初年度より前です。");
            return Optional.empty();
        }
        return Optional.of(new InitiativeSpan(first, last, TextKind.cleaned(entry.text())));
    }

    private WholeIndicator indicator(PlanDocument.IndicatorEntry entry) {
        String place = "指標" + entry.no();
        return new WholeIndicator(
                TextKind.cleaned(entry.no()),
                entry.kind(),
                TextKind.cleaned(entry.section()),
                OneLine.joined(TextKind.cleaned(entry.name())),
                TextKind.cleaned(entry.description()),
                TextKind.cleaned(entry.unit()),
                entry.decimals(),
                entry.changeDigits(),
                entry.ratioAsPercent(),
                entry.direction(),
                entry.cumulative(),
                entry.progressFormula(),
                baseline(place, entry.baseline()),
                entry.targets().stream()
                        .map(target -> new Target(year(place, target.fiscalYear()), target.value()))
                        .toList(),
                entry.statedTarget(),
                entry.consolidation(),
                entry.reporters().stream()
                        .flatMap(reporter -> reporter(place, reporter).stream())
                        .toList(),
                TextKind.cleaned(entry.source()),
                entry.actuals().stream()
                        .flatMap(actual -> figure(place, actual).stream())
                        .toList(),
                entry.records().stream().map(record -> printed(place, record)).toList(),
                entry.narratives().stream()
                        .map(narrative -> words(place, narrative))
                        .toList());
    }

    private Baseline baseline(String place, PlanDocument.BaselineEntry entry) {
        return switch (entry.type()) {
            case MEASURED -> {
                if (entry.value() == null || entry.fiscalYear() == null) {
                    problem(place, "現状値には値と年度の両方が必要です。");
                    yield new Baseline.Absent();
                }
                yield new Baseline.Measured(entry.value(), year(place, entry.fiscalYear()));
            }
            case ABSENT -> new Baseline.Absent();
            case ADDED_LATER -> new Baseline.AddedLater(cleanedOrEmpty(entry.note()));
        };
    }

    private Optional<WholeIndicator.Asked> reporter(String place, PlanDocument.ReporterEntry entry) {
        return Optional.ofNullable(town(place, entry.municipality()))
                .map(town -> new WholeIndicator.Asked(town, cleanedOrNull(entry.department())));
    }

    private Optional<WholeIndicator.Figure> figure(String place, PlanDocument.ActualEntry entry) {
        String cell = cell(place, entry.fiscalYear());
        FiscalYear year = year(place, entry.fiscalYear());
        MunicipalityCode town = town(cell, entry.municipality());
        PlanDocument.MissingEntry missing = entry.missing();
        String words = missing == null ? entry.note() : missing.note();
        try {
            FlatFigure flat = new FlatFigure(
                    entry.value(),
                    entry.numerator(),
                    entry.denominator(),
                    missing == null ? null : missing.reason(),
                    Objects.requireNonNullElse(words, ""),
                    entry.referenceYear());
            return Optional.of(
                    new WholeIndicator.Figure(year, town, flat.figure().checkedFor(year)));
        } catch (WrongFigureException e) {
            problem(cell, e.words());
            return Optional.empty();
        }
    }

    private WholeIndicator.Printed printed(String place, PlanDocument.RecordEntry entry) {
        return new WholeIndicator.Printed(
                year(place, entry.fiscalYear()),
                cleanedOrNull(entry.grade()),
                cleanedOrNull(entry.rate()),
                cleanedOrNull(entry.change()),
                entry.target());
    }

    private WholeIndicator.Words words(String place, PlanDocument.NarrativeEntry entry) {
        return new WholeIndicator.Words(
                year(place, entry.fiscalYear()),
                town(cell(place, entry.fiscalYear()), entry.municipality()),
                new NarrativeText(
                        TextKind.cleaned(entry.progress()),
                        TextKind.cleaned(entry.outlook()),
                        cleanedOrEmpty(entry.initiatives())));
    }

    private static String cell(String place, int year) {
        return "%s %d年度".formatted(place, year);
    }

    private static String cleanedOrEmpty(@Nullable String text) {
        return text == null ? "" : TextKind.cleaned(text);
    }

    private static @Nullable String cleanedOrNull(@Nullable String text) {
        return text == null ? null : TextKind.cleaned(text);
    }

    /** The first that there is in place of what is none. */
    private FiscalYear year(String place, int year) {
        if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
            problem(place, "年度「%d」は正しくありません。西暦4桁で入れてください。".formatted(year));
            return new FiscalYear(FiscalYear.FIRST);
        }
        return new FiscalYear(year);
    }

    private @Nullable MunicipalityCode town(String place, @Nullable String code) {
        if (code == null) {
            return null;
        }
        Optional<MunicipalityCode> town = MunicipalityCode.parse(code);
        if (town.isEmpty()) {
            problem(place, "「%s」は全国地方公共団体コード（6桁）ではありません。".formatted(Quote.of(code)));
        }
        return town.orElse(null);
    }

    private void problem(String place, String message) {
        problems.add(new ImportProblem(Quote.of(place), message));
    }
}
