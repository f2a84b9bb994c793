package jp.kyosei.backend.results;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Computes the results of a plan. Each answer takes a fixed number of SQL statements — the context, the plan with its
 * sections, the rules, the indicators, the figures, the
 * collections under way — whatever the number of indicators and years.
 */
@Singleton
public class ResultsService {
    private static final int HISTORY_SHOWN = 50;

    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final RuleSetService rules;
    private final Rounds rounds;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    ResultsService(
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            RuleSetService rules,
            Rounds rounds,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.rules = rules;
        this.rounds = rounds;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * The results sheet.
     *
     * @param year the year to be judged; none for the latest that has figures and is not being collected
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    public ResultsSheet results(Actor actor, String plan, @Nullable FiscalYear year) {
        return door.read(actor, () -> sheet(figuresWithin(actor, plan, year), year));
    }

    /** The summary; parameters and errors as {@link #results}. */
    public Summary summary(Actor actor, String plan, @Nullable FiscalYear year) {
        return overview(actor, plan, year).summary();
    }

    /** The summary with the sheet that it sums up; parameters and errors as {@link #results}. */
    public Overview overview(Actor actor, String plan, @Nullable FiscalYear year) {
        return door.read(actor, () -> {
            PlanFigures figures = figuresWithin(actor, plan, year);
            ResultsSheet sheet = sheet(figures, year);
            return new Overview(sheet, summary(figures, sheet));
        });
    }

    /**
     * The trend over all years that have figures.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     */
    public Trend trend(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanFigures figures = figuresWithin(actor, plan, null);
            List<FiscalYear> years = figures.yearsUpTo(figures.latestYear());
            List<Trend.Row> rows = figures.indicators().stream()
                    .map(indicator -> {
                        IndicatorResult result = new IndicatorResult(figures, indicator);
                        return new Trend.Row(
                                indicator,
                                figures.sectionPath(indicator),
                                years.stream().map(result::evaluation).toList());
                    })
                    .toList();
            return new Trend(figures.content(), figures.rules(), years, rows);
        });
    }

    /**
     * Everything about one indicator.
     *
     * @param no its number in the plan
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     */
    public IndicatorPage indicator(Actor actor, String plan, String no, @Nullable FiscalYear year) {
        return door.read(actor, () -> {
            PlanFigures figures = figuresWithin(actor, plan, year);
            List<Indicator> all = figures.indicators();
            int index = indexOf(all, no);
            Indicator indicator = all.get(index);
            FiscalYear judged = judged(figures, year);
            List<FiscalYear> years = figures.yearsUpTo(judged);
            IndicatorResult result = new IndicatorResult(figures, indicator);
            OwnerId owner = figures.content().plan().owner();
            List<Initiative> initiatives = plans.initiativesWithin(figures.content()).stream()
                    .filter(initiative -> initiative.section().equals(indicator.section()))
                    .toList();
            List<AuditEntry> history = policy.canReadHistory(actor, owner)
                    ? audit.ofIndicatorWithin(owner, indicator.id().value(), HISTORY_SHOWN)
                    : List.of();
            return new IndicatorPage(
                    figures.content(),
                    judged,
                    years,
                    figures.rules().inForce(judged),
                    result.row(years, judged),
                    years.stream().map(result::evaluation).toList(),
                    actuals.narrativesWithin(actor, owner, List.of(indicator.id()), new FiscalYear(FiscalYear.FIRST)),
                    initiatives,
                    history,
                    index == 0 ? "" : all.get(index - 1).no(),
                    index == all.size() - 1 ? "" : all.get(index + 1).no(),
                    index + 1,
                    all.size());
        });
    }

    /**
     * The results sheet of figures as somebody sees them, with the computed results of its years; to be called inside an open
     * {@link TenantDoor} for a plan that the actor may read. Parameters and errors as {@link #results}.
     */
    public PlanResults resultsWithin(Figures recorded, PlanContent content, @Nullable FiscalYear year) {
        PlanFigures figures = figures(content, recorded);
        ResultsSheet sheet = sheet(figures, year);
        return new PlanResults(
                sheet,
                figures.indicators().stream()
                        .map(indicator -> {
                            IndicatorResult result = new IndicatorResult(figures, indicator);
                            return sheet.years().stream()
                                    .map(result::evaluation)
                                    .toList();
                        })
                        .toList());
    }

    private static int indexOf(List<Indicator> all, String no) {
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).no().equals(no)) {
                return index;
            }
        }
        throw new NotFoundException();
    }

    /** By the version of the year that is judged, which is the newest with figures where none is named. */
    private PlanFigures figuresWithin(Actor actor, String plan, @Nullable FiscalYear year) {
        PlanContent content = plans.ofYearWithin(actor, plan, year);
        PlanFigures figures = figures(content, actuals.figuresWithin(actor, content));
        PlanContent then = year == null ? plans.ofYearWithin(actor, content, figures.latestYear()) : content;
        return then.version().equals(content.version()) ? figures : figures(then, actuals.figuresWithin(actor, then));
    }

    private PlanFigures figures(PlanContent content, Figures recorded) {
        return new PlanFigures(
                content,
                rules.bookWithin(content.plan().owner()),
                indicators.indicatorsWithin(content),
                recorded,
                rounds.openYearsWithin(content.plan()));
    }

    private static FiscalYear judged(PlanFigures figures, @Nullable FiscalYear wanted) {
        FiscalYear year = wanted == null ? figures.latestYear() : wanted;
        figures.content().plan().checkCovers(year);
        return year;
    }

    private static ResultsSheet sheet(PlanFigures figures, @Nullable FiscalYear wanted) {
        FiscalYear year = judged(figures, wanted);
        List<FiscalYear> years = figures.yearsUpTo(year);
        List<ResultsRow> rows = figures.indicators().stream()
                .map(indicator -> new IndicatorResult(figures, indicator).row(years, year))
                .toList();
        return new ResultsSheet(figures.content(), year, years, figures.rules().inForce(year), rows);
    }

    private static Summary summary(PlanFigures figures, ResultsSheet sheet) {
        RuleSet current = sheet.rules();
        RuleSet before = figures.rules().inForce(sheet.fiscalYear().previous());
        Counting counting = new Counting(current, before);

        Map<IndicatorKind, Summary.SectionlessCounts> byKind = new EnumMap<>(IndicatorKind.class);
        for (IndicatorKind kind : IndicatorKind.values()) {
            List<ResultsRow> rows = ofKind(sheet.rows(), kind);
            if (!rows.isEmpty()) {
                byKind.put(kind, new Summary.SectionlessCounts(counting.now(rows), counting.previous(rows)));
            }
        }

        Map<String, List<ResultsRow>> bySection = new HashMap<>();
        sheet.rows().forEach(row -> row.sectionPath().forEach(number -> bySection
                .computeIfAbsent(number, key -> new ArrayList<>())
                .add(row)));
        List<SectionCounts> sections = new ArrayList<>();
        for (Section section : sheet.content().sections()) {
            for (IndicatorKind kind : IndicatorKind.values()) {
                List<ResultsRow> rows =
                        ofKind(Objects.requireNonNullElse(bySection.get(section.number()), List.of()), kind);
                if (!rows.isEmpty()) {
                    sections.add(new SectionCounts(section, kind, counting.now(rows), counting.previous(rows)));
                }
            }
        }
        return new Summary(
                sheet.content(),
                sheet.fiscalYear(),
                current,
                counting.now(sheet.rows()),
                counting.previous(sheet.rows()),
                byKind,
                sections,
                sheet.rows().stream()
                        .filter(row -> row.evaluation().grade() == null)
                        .toList());
    }

    private static List<ResultsRow> ofKind(List<ResultsRow> rows, IndicatorKind kind) {
        return rows.stream().filter(row -> row.indicator().kind() == kind).toList();
    }

    /** Counts rows by the rules of the year and of the year before. */
    private record Counting(RuleSet current, RuleSet before) {
        GradeCounts now(List<ResultsRow> rows) {
            return GradeCounts.of(
                    current,
                    rows.stream()
                            .map(row -> Optional.ofNullable(row.evaluation().grade())
                                    .map(Grade::label))
                            .toList());
        }

        GradeCounts previous(List<ResultsRow> rows) {
            return GradeCounts.of(
                    before,
                    rows.stream()
                            .map(row -> Optional.ofNullable(row.previousGrade()).map(Grade::label))
                            .toList());
        }
    }
}
