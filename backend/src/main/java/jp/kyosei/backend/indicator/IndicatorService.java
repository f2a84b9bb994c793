package jp.kyosei.backend.indicator;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/** The indicators of plan versions; always inside an open tenant door. */
@Singleton
public class IndicatorService {
    private final IndicatorRepository repository;
    private final DefinitionWrites definitionWrites;
    private final TargetWrites targetWrites;
    private final ReporterWrites reporterWrites;
    private final AccessPolicy policy;
    private final Json json;
    private final Clock clock;

    IndicatorService(
            IndicatorRepository repository,
            DefinitionWrites definitionWrites,
            TargetWrites targetWrites,
            ReporterWrites reporterWrites,
            AccessPolicy policy,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.definitionWrites = definitionWrites;
        this.targetWrites = targetWrites;
        this.reporterWrites = reporterWrites;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    /** The indicators of the plan's version in force in the order of the plan, by one statement. */
    public List<Indicator> indicatorsWithin(PlanContent content) {
        return indicators(
                content,
                repository.ofVersion(
                        content.plan().owner().value(), content.version().id().value()));
    }

    /** Those of some numbers only, in the order of the plan, by one statement; unknown numbers are left out. */
    public List<Indicator> indicatorsWithin(PlanContent content, Collection<String> nos) {
        return indicators(
                content,
                repository.ofVersion(
                        content.plan().owner().value(),
                        content.version().id().value(),
                        nos.stream()
                                .filter(no -> TextKind.CODE.read(no) instanceof TextReading.Good)
                                .toList()));
    }

    private List<Indicator> indicators(PlanContent content, List<IndicatorRow> rows) {
        Map<UUID, String> sections = content.sections().stream()
                .collect(Collectors.toMap(section -> section.id().value(), Section::number));
        return rows.stream()
                .map(row -> indicator(row, Objects.requireNonNull(sections.get(row.sectionId()))))
                .toList();
    }

    /**
     * Adds new indicators to a drafted version, in the order given.
     *
     * @param sections the ids of the version's sections by number
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.WrongTextException if a name or another text is too long, or holds what is no text
     */
    public void addWithin(
            Actor actor,
            Plan plan,
            PlanVersionId version,
            Map<String, SectionId> sections,
            List<Indicator> indicators) {
        policy.checkCanKeepPlans(actor, plan.owner());
        UUID owner = plan.owner().value();
        List<IndicatorEntity> definitions = new ArrayList<>();
        List<TargetEntity> targets = new ArrayList<>();
        List<ReporterEntity> reporters = new ArrayList<>();
        for (Indicator indicator : indicators) {
            SectionId section = Objects.requireNonNull(sections.get(indicator.section()));
            definitions.add(IndicatorEntity.of(owner, version.value(), section, definitions.size() + 1, indicator));
            UUID id = indicator.id().value();
            indicator
                    .measure()
                    .targets()
                    .forEach(target -> targets.add(new TargetEntity(
                            owner, version.value(), id, target.fiscalYear().year(), target.value())));
            indicator
                    .reporters()
                    .forEach(reporter -> reporters.add(ReporterEntity.of(owner, version.value(), id, reporter)));
        }
        definitionWrites.insertIdentities(definitions);
        definitionWrites.insertDefinitions(definitions);
        targetWrites.insertTargets(targets);
        reporterWrites.insertReporters(reporters);
        reporterWrites.insertDesks(reporters.stream()
                .filter(reporter -> reporter.departmentOwnerId() != null && reporter.departmentId() != null)
                .toList());
    }

    /**
     * Copies the indicators of a version into a draft made of it: the same identities, so that what is recorded of them is of
     * both.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void copyWithin(Actor actor, PlanContent from, PlanVersion draft) {
        policy.checkCanKeepPlans(actor, from.plan().owner());
        UUID owner = from.plan().owner().value();
        UUID version = from.version().id().value();
        repository.copyDefinitions(owner, version, draft.id().value());
        repository.copyTargets(owner, version, draft.id().value());
        repository.copyReporters(owner, version, draft.id().value());
    }

    /**
     * Says which department of a town is asked for an indicator from now on, whatever the version; no part of what is adopted.
     *
     * @param desk none where the town alone is asked
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void assignWithin(
            Actor actor,
            PlanContent content,
            IndicatorId indicator,
            MunicipalityCode town,
            @Nullable ReportingDesk desk) {
        policy.checkCanKeepPlans(actor, content.plan().owner());
        UUID owner = content.plan().owner().value();
        if (desk == null) {
            repository.closeDesk(owner, indicator.value(), town.value());
        } else {
            repository.assignDesk(
                    owner,
                    indicator.value(),
                    town.value(),
                    desk.owner().value(),
                    desk.department().value());
        }
    }

    /**
     * Spells name and description of an indicator anew, in an adopted version, too; what is reckoned with cannot be changed so.
     *
     * @throws NotFoundException if the version has no such indicator
     */
    public void spellWithin(Actor actor, PlanContent content, IndicatorId indicator, String name, String description) {
        policy.checkCanKeepPlans(actor, content.plan().owner());
        repository.spelling("on");
        long changed = repository.spell(
                content.plan().owner().value(), content.version().id().value(), indicator.value(), name, description);
        repository.spelling("off");
        if (changed == 0) {
            throw new NotFoundException();
        }
    }

    /**
     * Removes the indicators of a plan that was never adopted; nothing may be recorded of them any more.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void removeWithin(Actor actor, PlanContent content, List<Indicator> indicators) {
        OwnerId owner = content.plan().owner();
        policy.checkCanKeepPlans(actor, owner);
        UUID version = content.version().id().value();
        repository.deleteTargets(owner.value(), version);
        repository.deleteReporters(owner.value(), version);
        repository.deleteDefinitions(owner.value(), version);
        String identities = SqlArrays.of(
                indicators.stream().map(indicator -> indicator.id().value()).toList());
        repository.deleteDesks(owner.value(), identities);
        repository.deleteIdentities(owner.value(), identities);
    }

    private Indicator indicator(IndicatorRow row, String section) {
        String formula = row.progressFormula();
        return new Indicator(
                new IndicatorId(row.id()),
                row.no(),
                IndicatorKind.valueOf(row.kind()),
                section,
                row.name(),
                row.description(),
                row.unit(),
                new Measure(
                        Direction.valueOf(row.direction()),
                        row.cumulative(),
                        row.decimals(),
                        ChangeDigits.valueOf(row.changeDigits()),
                        row.ratioAsPercent(),
                        formula == null ? null : ProgressFormula.valueOf(formula),
                        baseline(row),
                        targets(row.targets())),
                row.statedTarget(),
                Consolidation.valueOf(row.consolidation()),
                reporters(row.reporters()),
                row.source());
    }

    private static Baseline baseline(IndicatorRow row) {
        return switch (row.baselineKind()) {
            case "MEASURED" ->
                new Baseline.Measured(
                        Objects.requireNonNull(row.baselineValue()),
                        new FiscalYear(Objects.requireNonNull(row.baselineFiscalYear())));
            case "ABSENT" -> new Baseline.Absent();
            case "ADDED_LATER" -> new Baseline.AddedLater(row.baselineNote());
            default -> throw new IllegalStateException("unknown kind of baseline " + row.baselineKind());
        };
    }

    private static List<Target> targets(@Nullable String lines) {
        if (lines == null) {
            return List.of();
        }
        return lines.lines()
                .map(line -> {
                    int sign = line.indexOf('=');
                    return new Target(
                            new FiscalYear(Integer.parseInt(line.substring(0, sign))),
                            new BigDecimal(line.substring(sign + 1)));
                })
                .toList();
    }

    private List<Reporter> reporters(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        FiscalYear now = FiscalYear.of(LocalDate.now(clock));
        return json.list(stored, StoredReporter.class).stream()
                .map(reporter -> reporter.reporter(now))
                .toList();
    }
}
