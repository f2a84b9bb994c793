package jp.kyosei.backend.report.data;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.report.document.PlanReading;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.resultsbook.BaselineLabel;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** The sheets of the results workbook that hold the plan itself. */
final class PlanTables {
    private final PlanReading reading;
    private final ResultsSheet sheet;
    private final PlanContent content;
    private final ZonedDateTime madeAt;

    /** @param madeAt in Japanese time */
    PlanTables(PlanReading reading, ZonedDateTime madeAt) {
        this.reading = reading;
        this.sheet = reading.results().sheet();
        this.content = sheet.content();
        this.madeAt = madeAt;
    }

    List<Datum> plan() {
        Plan plan = content.plan();
        List<Datum> row = new ArrayList<>(List.of(
                Datum.of(WorkbookColumns.FORM),
                Datum.of(WorkbookColumns.FORM_VERSION),
                Datum.of(plan.slug()),
                Datum.of(plan.title()),
                Datum.of(content.ownerSlug()),
                Datum.of(content.ownerName()),
                Datum.of(plan.kind().label()),
                Datum.year(plan.firstFiscalYear()),
                Datum.era(plan.firstFiscalYear()),
                Datum.year(plan.lastFiscalYear()),
                Datum.era(plan.lastFiscalYear()),
                Datum.of(content.version().number()),
                Datum.of(content.version().title()),
                Datum.of(Objects.toString(content.version().adoptedOn(), "")),
                Datum.year(sheet.fiscalYear()),
                Datum.era(sheet.fiscalYear()),
                Datum.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(madeAt.withNano(0))),
                Datum.of(reading.everything() ? "確定前を含むすべての数値" : "閲覧できる範囲の数値")));
        IntStream.range(0, WorkbookColumns.LEVELS)
                .mapToObj(level -> level < plan.levelNames().size()
                        ? Datum.of(plan.levelNames().get(level))
                        : Datum.NOTHING)
                .forEach(row::add);
        return row;
    }

    List<List<Datum>> sections() {
        return content.sections().stream()
                .map(section -> List.of(
                        Datum.of(section.number()),
                        Datum.of(section.parent()),
                        Datum.of(section.level()),
                        Datum.of(
                                content.plan().levelNames().size() >= section.level()
                                        ? content.plan().levelNames().get(section.level() - 1)
                                        : ""),
                        Datum.of(section.title()),
                        Datum.of(section.body())))
                .toList();
    }

    List<List<Datum>> initiatives() {
        List<List<Datum>> rows = new ArrayList<>();
        for (int index = 0; index < reading.initiatives().size(); index++) {
            Initiative initiative = reading.initiatives().get(index);
            List<Optional<MunicipalityCode>> towns = orNothing(initiative.municipalities());
            List<Optional<InitiativeSpan>> spans = orNothing(initiative.spans());
            for (Optional<InitiativeSpan> span : spans) {
                for (Optional<MunicipalityCode> town : towns) {
                    rows.add(List.of(
                            Datum.of(index + 1),
                            Datum.of(initiative.section()),
                            Datum.of(initiative.title()),
                            Datum.of(town.map(MunicipalityCode::value).orElse("")),
                            span.map(one -> Datum.year(one.firstFiscalYear())).orElse(Datum.NOTHING),
                            span.map(one -> Datum.year(one.lastFiscalYear())).orElse(Datum.NOTHING),
                            Datum.of(span.map(InitiativeSpan::text).orElse(""))));
                }
            }
        }
        return rows;
    }

    private static <T> List<Optional<T>> orNothing(List<T> things) {
        return things.isEmpty()
                ? List.of(Optional.empty())
                : things.stream().map(Optional::of).toList();
    }

    List<List<Datum>> indicators() {
        return sheet.rows().stream().map(row -> indicator(row.indicator())).toList();
    }

    private List<Datum> indicator(Indicator indicator) {
        Measure measure = indicator.measure();
        BaselineLabel kind;
        BigDecimal value = null;
        FiscalYear year = null;
        String note = "";
        switch (measure.baseline()) {
            case Baseline.Measured known -> {
                kind = BaselineLabel.MEASURED;
                value = known.value();
                year = known.fiscalYear();
            }
            case Baseline.Absent absent -> kind = BaselineLabel.ABSENT;
            case Baseline.AddedLater later -> {
                kind = BaselineLabel.ADDED_LATER;
                note = later.note();
            }
        }
        return List.of(
                Datum.of(indicator.no()),
                Datum.of(indicator.kind().label()),
                Datum.of(indicator.section()),
                Datum.of(content.section(indicator.section())
                        .map(section -> section.title())
                        .orElse("")),
                Datum.of(indicator.name()),
                Datum.of(indicator.description()),
                Datum.of(indicator.unit()),
                Datum.of(measure.decimals()),
                Datum.of(measure.changeDigits() == ChangeDigits.WHOLE),
                Datum.of(measure.ratioAsPercent()),
                Datum.of(measure.direction().label()),
                Datum.of(measure.cumulative()),
                Datum.of(Optional.ofNullable(measure.progressFormula())
                        .map(ProgressFormula::label)
                        .orElse("")),
                Datum.of(kind.label()),
                Datum.of(value),
                Datum.year(year),
                Datum.era(year),
                Datum.of(note),
                Datum.of(indicator.statedTarget()),
                Datum.of(indicator.consolidation().label()),
                Datum.of(indicator.source()));
    }

    List<List<Datum>> targets() {
        List<List<Datum>> rows = new ArrayList<>();
        for (ResultsRow row : sheet.rows()) {
            Indicator indicator = row.indicator();
            Target last = indicator.measure().finalTarget();
            indicator
                    .measure()
                    .targets()
                    .forEach(target -> rows.add(List.of(
                            Datum.of(indicator.no()),
                            Datum.of(indicator.name()),
                            Datum.year(target.fiscalYear()),
                            Datum.era(target.fiscalYear()),
                            Datum.of(target.value()),
                            Datum.of(indicator.unit()),
                            Datum.of(target.equals(last) ? "最終" : "中間"))));
        }
        return rows;
    }

    List<List<Datum>> reporters() {
        List<List<Datum>> rows = new ArrayList<>();
        for (ResultsRow row : sheet.rows()) {
            for (Reporter reporter : row.indicator().reporters()) {
                rows.add(List.of(
                        Datum.of(row.indicator().no()),
                        Datum.of(reporter.municipality().value()),
                        Datum.of(reporter.municipalityName()),
                        Datum.of(departmentCode(reporter)),
                        Datum.of(Objects.requireNonNullElse(reporter.departmentName(), ""))));
            }
        }
        return rows;
    }

    private String departmentCode(Reporter reporter) {
        return reading.departments().getOrDefault(reporter.municipality(), List.of()).stream()
                .filter(department -> department.id().equals(reporter.department()))
                .map(Department::code)
                .findFirst()
                .orElse("");
    }
}
