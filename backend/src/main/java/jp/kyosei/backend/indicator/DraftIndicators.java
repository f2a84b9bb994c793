package jp.kyosei.backend.indicator;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.WrongTextException;

/** The indicators of a draft, changed one at a time; always inside an open tenant door, the draft held before. */
@Singleton
public class DraftIndicators {
    private final DraftRepository repository;
    private final IndicatorService indicators;
    private final DefinitionWrites definitions;
    private final TargetWrites targets;
    private final ReporterWrites reporters;
    private final Json json;

    DraftIndicators(
            DraftRepository repository,
            IndicatorService indicators,
            DefinitionWrites definitions,
            TargetWrites targets,
            ReporterWrites reporters,
            Json json) {
        this.repository = repository;
        this.indicators = indicators;
        this.definitions = definitions;
        this.targets = targets;
        this.reporters = reporters;
        this.json = json;
    }

    /** How often each definition of a version was changed, by one statement. */
    public Map<IndicatorId, Long> versionsWithin(PlanContent content) {
        return repository.versions(owner(content), version(content)).stream()
                .collect(Collectors.toMap(row -> new IndicatorId(row.id()), DraftRepository.DraftRow::version));
    }

    /**
     * How many indicators the versions of an owner's plans have, by one statement.
     *
     * @param unasked those for which some town that reports has no department, or no town reports at all
     */
    public record Count(long indicators, long unasked) {}

    /** The counts of all versions of an owner's plans; a version without indicators is none of them. */
    public Map<PlanVersionId, Count> countsWithin(OwnerId of) {
        return repository.counts(of.value()).stream()
                .collect(Collectors.toMap(
                        row -> new PlanVersionId(row.id()), row -> new Count(row.indicators(), row.unasked())));
    }

    /**
     * Adds indicators, new ones or such as were taken out before, at the beginning of the order.
     *
     * @param known the indicators that the draft has
     * @throws WrongTextException if a number stands twice, or a text is too long or holds what is no text
     */
    public void addWithin(Actor actor, PlanContent content, List<Indicator> known, List<Indicator> added) {
        added.forEach(one -> checkNumber(known, one));
        Map<String, SectionId> sections =
                content.sections().stream().collect(Collectors.toMap(Section::number, Section::id));
        indicators.addWithin(actor, content.plan(), content.version().id(), sections, added);
    }

    /**
     * Says anew what an indicator is.
     *
     * @param known the indicators that the draft has
     * @param expected how often it was changed when the change began
     * @throws StaleException if somebody else was faster
     * @throws NotFoundException if the draft has no section of that number
     * @throws WrongTextException as {@link #addWithin}
     */
    public void changeWithin(PlanContent content, List<Indicator> known, Indicator indicator, long expected) {
        checkNumber(known, indicator);
        SectionId section =
                content.section(indicator.section()).map(Section::id).orElseThrow(NotFoundException::new);
        UUID id = indicator.id().value();
        if (repository.claim(owner(content), version(content), id, expected) == 0) {
            throw new StaleException();
        }
        definitions.updateDefinitions(
                List.of(IndicatorEntity.of(owner(content), version(content), section, 0, indicator)));
        String one = SqlArrays.of(List.of(id));
        repository.deleteTargets(owner(content), version(content), one);
        repository.deleteReporters(owner(content), version(content), one);
        targets.insertTargets(indicator.measure().targets().stream()
                .map(target -> new TargetEntity(
                        owner(content),
                        version(content),
                        id,
                        target.fiscalYear().year(),
                        target.value()))
                .toList());
        List<ReporterEntity> asked = indicator.reporters().stream()
                .map(reporter -> ReporterEntity.of(owner(content), version(content), id, reporter))
                .toList();
        reporters.insertReporters(asked);
        reporters.insertDesks(asked.stream()
                .filter(reporter -> reporter.departmentId() != null)
                .toList());
    }

    /** Puts all indicators of a draft in that order. */
    public void orderWithin(PlanContent content, List<IndicatorId> order) {
        repository.order(
                owner(content),
                version(content),
                json.text(order.stream().map(id -> id.value().toString()).toList()));
    }

    /** Takes indicators out of a draft; what is recorded of them stays, and stays with earlier versions. */
    public void removeWithin(PlanContent content, List<IndicatorId> ids) {
        String all = SqlArrays.of(ids.stream().map(IndicatorId::value).toList());
        repository.deleteTargets(owner(content), version(content), all);
        repository.deleteReporters(owner(content), version(content), all);
        repository.deleteDefinitions(owner(content), version(content), all);
    }

    private static void checkNumber(List<Indicator> known, Indicator indicator) {
        if (known.stream()
                .anyMatch(other ->
                        other.no().equals(indicator.no()) && !other.id().equals(indicator.id()))) {
            throw new WrongTextException("no", "番号「%s」の指標は既にあります。別の番号にしてください。".formatted(indicator.no()));
        }
    }

    private static UUID owner(PlanContent content) {
        return content.plan().owner().value();
    }

    private static UUID version(PlanContent content) {
        return content.version().id().value();
    }
}
