package jp.kyosei.backend.api.plans;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.AdoptionDay;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Versions of plans as REST answers them: whole, and in the form in which changes of a draft are sent. */
final class DraftViews {
    private DraftViews() {}

    /**
     * A version without what is in it.
     *
     * @param adoptedOn the day, or the month where only that is known; none for a draft
     */
    @Serdeable
    record VersionHeadView(
            String plan,
            int number,
            String title,
            boolean draft,
            @Nullable String adoptedOn) {
        static VersionHeadView of(String plan, PlanVersion version) {
            return new VersionHeadView(
                    plan, version.number(), version.title(), version.adoptedOn() == null, adopted(version));
        }
    }

    /** A version with all that is in it. */
    @Serdeable
    record VersionContentView(
            String plan,
            String owner,
            int number,
            String title,
            boolean draft,
            @Nullable String adoptedOn,
            List<DraftSectionView> sections,
            List<DraftIndicatorView> indicators,
            List<DraftInitiativeView> initiatives) {
        static VersionContentView of(OpenDraft open) {
            PlanContent content = open.content();
            return new VersionContentView(
                    content.plan().slug(),
                    content.ownerSlug(),
                    content.version().number(),
                    content.version().title(),
                    open.isDraft(),
                    adopted(content.version()),
                    DraftViews.sections(open),
                    DraftViews.indicators(open),
                    DraftViews.initiatives(open));
        }
    }

    /** All sections of a version, in their order. */
    @Serdeable
    record DraftSectionsView(List<DraftSectionView> sections) {
        static DraftSectionsView of(OpenDraft open) {
            return new DraftSectionsView(DraftViews.sections(open));
        }
    }

    /**
     * A section.
     *
     * @param parent the number of the section above; none at the top
     * @param position its place from 1 on among those beside it
     * @param version for If-Match
     */
    @Serdeable
    record DraftSectionView(
            String number,
            @Nullable String parent,
            int level,
            String levelName,
            int position,
            String title,
            String body,
            long version) {}

    /**
     * An indicator.
     *
     * @param target targets by fiscal year
     * @param statedTarget the target printed in the adopted plan, where the results sheet uses another
     * @param reporters codes
     * @param departments which department is asked in each town that reports; outside the version, so changed elsewhere
     * @param version for If-Match
     */
    @Serdeable
    record DraftIndicatorView(
            String no,
            IndicatorKind kind,
            String section,
            int position,
            String name,
            String description,
            String unit,
            int decimals,
            ChangeDigits changeDigits,
            boolean ratioAsPercent,
            Direction direction,
            boolean cumulative,
            BaselineView baseline,
            Map<String, BigDecimal> target,
            @Nullable BigDecimal statedTarget,
            IndicatorBody.FormulaChoice formula,
            Consolidation consolidation,
            List<String> reporters,
            List<AskedView> departments,
            String source,
            long version) {}

    /** A figure with its year; or absent; or what is printed of an indicator that came later. */
    @Serdeable
    record BaselineView(
            @Nullable BigDecimal value,
            @Nullable Integer fiscalYear,
            @Nullable Boolean absent,
            @Nullable String addedLater) {
        static BaselineView of(Baseline baseline) {
            return switch (baseline) {
                case Baseline.Measured(BigDecimal value, FiscalYear year) ->
                    new BaselineView(value, year.year(), null, null);
                case Baseline.Absent _ -> new BaselineView(null, null, true, null);
                case Baseline.AddedLater(String note) -> new BaselineView(null, null, null, note);
            };
        }
    }

    /** A town and the department there that is asked; none where it is the town alone, or its name is not the reader's. */
    @Serdeable
    record AskedView(
            String municipality,
            String municipalityName,
            @Nullable String department) {}

    /**
     * An initiative.
     *
     * @param id the same in all versions of the plan
     * @param position its place from 1 on in its section
     * @param municipalities codes of those that carry it
     * @param version for If-Match
     */
    @Serdeable
    record DraftInitiativeView(
            String id,
            String section,
            int position,
            String title,
            List<String> municipalities,
            List<PlansController.SpanView> spans,
            long version) {}

    static List<DraftSectionView> sections(OpenDraft open) {
        List<String> names = open.content().plan().levelNames();
        Map<String, Integer> places = new HashMap<>();
        List<DraftSectionView> views = new ArrayList<>();
        for (Section section : open.content().sections()) {
            views.add(new DraftSectionView(
                    section.number(),
                    section.parent(),
                    section.level(),
                    section.level() <= names.size() ? names.get(section.level() - 1) : "",
                    places.merge(Objects.requireNonNullElse(section.parent(), ""), 1, Integer::sum),
                    section.title(),
                    section.body(),
                    open.version(section.id())));
        }
        return List.copyOf(views);
    }

    static List<DraftIndicatorView> indicators(OpenDraft open) {
        Map<String, Integer> places = new HashMap<>();
        return open.indicators().stream()
                .map(indicator -> indicator(
                        indicator, places.merge(indicator.section(), 1, Integer::sum), open.version(indicator.id())))
                .toList();
    }

    static List<DraftInitiativeView> initiatives(OpenDraft open) {
        Map<String, Integer> places = new HashMap<>();
        return open.initiatives().stream()
                .map(initiative -> initiative(
                        initiative, places.merge(initiative.section(), 1, Integer::sum), open.version(initiative.id())))
                .toList();
    }

    private static DraftIndicatorView indicator(Indicator indicator, int position, long version) {
        Map<String, BigDecimal> targets = new LinkedHashMap<>();
        indicator
                .measure()
                .targets()
                .forEach(target -> targets.put("" + target.fiscalYear().year(), target.value()));
        return new DraftIndicatorView(
                indicator.no(),
                indicator.kind(),
                indicator.section(),
                position,
                indicator.name(),
                indicator.description(),
                indicator.unit(),
                indicator.measure().decimals(),
                indicator.measure().changeDigits(),
                indicator.measure().ratioAsPercent(),
                indicator.measure().direction(),
                indicator.measure().cumulative(),
                BaselineView.of(indicator.measure().baseline()),
                targets,
                indicator.statedTarget(),
                IndicatorBody.FormulaChoice.of(indicator.measure().progressFormula()),
                indicator.consolidation(),
                indicator.reporters().stream()
                        .map(Reporter::municipality)
                        .map(MunicipalityCode::value)
                        .toList(),
                indicator.reporters().stream()
                        .map(reporter -> new AskedView(
                                reporter.municipality().value(),
                                reporter.municipalityName(),
                                reporter.departmentName()))
                        .toList(),
                indicator.source(),
                version);
    }

    private static DraftInitiativeView initiative(Initiative initiative, int position, long version) {
        return new DraftInitiativeView(
                initiative.id().value().toString(),
                initiative.section(),
                position,
                initiative.title(),
                initiative.municipalities().stream()
                        .map(MunicipalityCode::value)
                        .toList(),
                initiative.spans().stream()
                        .map(span -> new PlansController.SpanView(
                                span.firstFiscalYear().year(),
                                span.lastFiscalYear().year(),
                                span.text()))
                        .toList(),
                version);
    }

    private static @Nullable String adopted(PlanVersion version) {
        return version.adoptedOn() == null ? null : new AdoptionDay(version.adoptedOn(), version.monthOnly()).text();
    }
}
