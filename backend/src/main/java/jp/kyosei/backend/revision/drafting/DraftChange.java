package jp.kyosei.backend.revision.drafting;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.SectionOrder;
import org.jspecify.annotations.Nullable;

/**
 * One change of a draft. {@code expected} says how often the thing was changed when the change began; an {@code index} counts
 * from 0 among those under the same section, and one too large means the end.
 */
public sealed interface DraftChange {

    /** Of the tree of sections (体系). */
    sealed interface OfSections extends DraftChange {}

    /** Of the indicators (指標). */
    sealed interface OfIndicators extends DraftChange {}

    /** Of the initiatives (取組・事業). */
    sealed interface OfInitiatives extends DraftChange {}

    /** A new section; its level is that of its place. */
    record AddSection(SectionId id, @Nullable SectionId parent, int index, String number, String title, String body)
            implements OfSections {}

    /** Another number, title, text. */
    record RewordSection(SectionId id, long expected, String number, String title, String body) implements OfSections {}

    /** Another place for a section, with all below it; its number stays. */
    record MoveSection(
            SectionId id, long expected, @Nullable SectionId parent, int index) implements OfSections {}

    /** Those below a section (at the top where none is named) are numbered from 1 on in their order, in the plan's own way. */
    record CountSections(@Nullable SectionId parent) implements OfSections {}

    /** Other numbers for some sections. */
    record NumberSections(Map<SectionId, String> numbers) implements OfSections {
        public NumberSections {
            numbers = Map.copyOf(numbers);
        }
    }

    /**
     * A section goes.
     *
     * @param withAll with all that stands below it; otherwise it goes only where nothing does
     */
    record RemoveSection(SectionId id, long expected, boolean withAll) implements OfSections {}

    /** What {@link RemoveSection} took comes back. */
    record RestoreSection(Branch branch) implements OfSections {}

    /**
     * A section with all that stood below it.
     *
     * @param places those of its sections, itself first
     * @param index its own among those beside it
     */
    record Branch(
            List<SectionOrder.Place> places,
            int index,
            List<Section> sections,
            List<Indicator> indicators,
            List<Initiative> initiatives) {
        public Branch {
            places = List.copyOf(places);
            sections = List.copyOf(sections);
            indicators = List.copyOf(indicators);
            initiatives = List.copyOf(initiatives);
        }
    }

    /** A new indicator, or one that was taken out. */
    record AddIndicator(Indicator indicator, int index) implements OfIndicators {}

    /** Everything about an indicator anew; under another section it stands last. */
    record ChangeIndicator(Indicator indicator, long expected) implements OfIndicators {}

    /** Another place for an indicator. */
    record MoveIndicator(IndicatorId id, long expected, SectionId section, int index) implements OfIndicators {}

    /** An indicator goes; what is recorded of it stays. */
    record RemoveIndicator(IndicatorId id, long expected) implements OfIndicators {}

    /** A new initiative, or one that was taken out. */
    record AddInitiative(Initiative initiative, int index) implements OfInitiatives {}

    /** Everything about an initiative anew; under another section it stands last. */
    record ChangeInitiative(Initiative initiative, long expected) implements OfInitiatives {}

    /** Another place for an initiative. */
    record MoveInitiative(InitiativeId id, long expected, SectionId section, int index) implements OfInitiatives {}

    /** An initiative goes. */
    record RemoveInitiative(InitiativeId id, long expected) implements OfInitiatives {}
}
