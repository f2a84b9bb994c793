package jp.kyosei.backend.revision.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.DraftIndicators;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.DraftInitiatives;
import jp.kyosei.backend.plan.draft.DraftSections;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.revision.comparison.Differences;
import jp.kyosei.backend.revision.comparison.PlanPart;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Changes of the tree of a draft. */
@Singleton
final class SectionChanges {
    private final DraftSections sections;
    private final DraftIndicators indicators;
    private final DraftInitiatives initiatives;
    private final GivenReasons reasons;

    SectionChanges(
            DraftSections sections, DraftIndicators indicators, DraftInitiatives initiatives, GivenReasons reasons) {
        this.sections = sections;
        this.indicators = indicators;
        this.initiatives = initiatives;
        this.reasons = reasons;
    }

    Done apply(Held draft, DraftChange.OfSections change) {
        return switch (change) {
            case DraftChange.AddSection add -> add(draft, add);
            case DraftChange.RewordSection reword -> reword(draft, reword);
            case DraftChange.MoveSection move -> move(draft, move);
            case DraftChange.CountSections(SectionId parent) ->
                number(draft, draft.order().numberedBelow(parent));
            case DraftChange.NumberSections(Map<SectionId, String> numbers) ->
                number(draft, draft.order().numbered(numbers));
            case DraftChange.RemoveSection remove -> remove(draft, remove);
            case DraftChange.RestoreSection(DraftChange.Branch branch) -> restore(draft, branch);
        };
    }

    private Done add(Held draft, DraftChange.AddSection add) {
        SectionId parent = add.parent();
        if (parent != null) {
            draft.section(parent);
        }
        String number = number(add.number());
        Section section = new Section(add.id(), number, null, 1, add.title(), add.body());
        sections.addWithin(
                draft.content(),
                draft.order().with(new SectionOrder.Place(add.id(), parent, number), add.index()),
                List.of(section));
        reasons.keep(draft, PlanPart.SECTION, add.id().value(), List.of());
        return Done.of(
                new DraftChange.RemoveSection(add.id(), 0, false),
                draft.change(Deed.ADD_SECTION, SubjectKind.SECTION, number, Map.of(), words(section)));
    }

    private Done reword(Held draft, DraftChange.RewordSection reword) {
        Section before = draft.section(reword.id());
        Section after = new Section(
                before.id(), number(reword.number()), before.parent(), before.level(), reword.title(), reword.body());
        sections.rewordWithin(draft.content(), after, reword.expected());
        reasons.keep(draft, PlanPart.SECTION, before.id().value(), Differences.between(before, after));
        return Done.of(
                new DraftChange.RewordSection(
                        before.id(), reword.expected() + 1, before.number(), before.title(), before.body()),
                draft.change(Deed.CHANGE_SECTION, SubjectKind.SECTION, before.number(), words(before), words(after)));
    }

    private Done move(Held draft, DraftChange.MoveSection move) {
        Section section = draft.section(move.id());
        SectionId parent = move.parent();
        SectionOrder order = draft.order();
        SectionOrder.Place before = order.place(move.id()).orElseThrow(NotFoundException::new);
        if (parent != null) {
            draft.section(parent);
            if (order.branch(move.id()).stream().anyMatch(place -> place.id().equals(parent))) {
                throw new RefusedException("体系「%s %s」は、自分より下には移せません。".formatted(section.number(), section.title()));
            }
        }
        checkVersion(draft, move.id(), move.expected());
        int index = order.index(move.id());
        SectionOrder after = order.moved(move.id(), parent, move.index());
        sections.arrangeWithin(draft.content(), after);
        boolean otherParent = !Objects.equals(parent, before.parent());
        return Done.of(
                new DraftChange.MoveSection(move.id(), move.expected() + (otherParent ? 1 : 0), before.parent(), index),
                draft.change(
                        Deed.MOVE_SECTION,
                        SubjectKind.SECTION,
                        section.number(),
                        Map.of("parent", name(draft, before.parent()), "position", index + 1),
                        Map.of("parent", name(draft, parent), "position", after.index(move.id()) + 1)));
    }

    private Done number(Held draft, SectionOrder after) {
        SectionOrder before = draft.order();
        Map<SectionId, String> old = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        for (SectionOrder.Place place : before.places()) {
            String number =
                    after.place(place.id()).map(SectionOrder.Place::number).orElse(place.number());
            if (!number.equals(place.number())) {
                old.put(place.id(), place.number());
                told.add("%s → %s".formatted(place.number(), number));
            }
        }
        if (old.isEmpty()) {
            return new Done(new DraftChange.NumberSections(Map.of()), List.of());
        }
        sections.arrangeWithin(draft.content(), after);
        return Done.of(
                new DraftChange.NumberSections(old),
                draft.change(
                        Deed.NUMBER_SECTIONS,
                        SubjectKind.PLAN_VERSION,
                        draft.content().version().title(),
                        Map.of(),
                        Map.of("numbers", String.join("、", told))));
    }

    private Done remove(Held draft, DraftChange.RemoveSection remove) {
        Section section = draft.section(remove.id());
        SectionOrder order = draft.order();
        List<SectionOrder.Place> places = order.branch(remove.id());
        Set<String> numbers = places.stream().map(SectionOrder.Place::number).collect(Collectors.toSet());
        Set<SectionId> ids = places.stream().map(SectionOrder.Place::id).collect(Collectors.toSet());
        List<Indicator> below = draft.indicators().stream()
                .filter(indicator -> numbers.contains(indicator.section()))
                .toList();
        List<Initiative> work = draft.initiatives().stream()
                .filter(initiative -> numbers.contains(initiative.section()))
                .toList();
        if (!remove.withAll() && (places.size() > 1 || !below.isEmpty() || !work.isEmpty())) {
            throw new RefusedException("体系「%s %s」の下には、体系%d、指標%d、取組%dがあります。一緒に削除するか、先にほかの体系へ移してください。"
                    .formatted(section.number(), section.title(), places.size() - 1, below.size(), work.size()));
        }
        checkVersion(draft, remove.id(), remove.expected());
        indicators.removeWithin(
                draft.content(), below.stream().map(Indicator::id).toList());
        initiatives.removeWithin(
                draft.content(), work.stream().map(Initiative::id).toList());
        sections.removeWithin(draft.content(), List.copyOf(ids));
        reasons.keep(draft, PlanPart.SECTION, remove.id().value(), List.of());
        return Done.of(
                new DraftChange.RestoreSection(new DraftChange.Branch(
                        places,
                        order.index(remove.id()),
                        draft.content().sections().stream()
                                .filter(one -> ids.contains(one.id()))
                                .toList(),
                        below,
                        work)),
                draft.change(
                        Deed.REMOVE_SECTION,
                        SubjectKind.SECTION,
                        section.number(),
                        Map.of(
                                "title",
                                section.title(),
                                "sections",
                                places.size() - 1,
                                "indicators",
                                below.size(),
                                "initiativeCount",
                                work.size()),
                        Map.of()));
    }

    private Done restore(Held draft, DraftChange.Branch branch) {
        SectionOrder.Place top = branch.places().getFirst();
        SectionId parent = top.parent();
        if (parent != null) {
            draft.section(parent);
        }
        SectionOrder order = draft.order().with(top, branch.index());
        for (SectionOrder.Place place :
                branch.places().subList(1, branch.places().size())) {
            order = order.with(place, Integer.MAX_VALUE);
        }
        Set<SectionId> known = new HashSet<>();
        draft.content().sections().forEach(section -> known.add(section.id()));
        if (branch.places().stream().anyMatch(place -> known.contains(place.id()))) {
            throw new StaleException();
        }
        sections.addWithin(draft.content(), order, branch.sections());
        bringBack(draft, order, branch);
        return Done.of(
                new DraftChange.RemoveSection(top.id(), 0, true),
                draft.change(
                        Deed.RESTORE_SECTION,
                        SubjectKind.SECTION,
                        top.number(),
                        Map.of(),
                        Map.of(
                                "title",
                                branch.sections().getFirst().title(),
                                "sections",
                                branch.sections().size() - 1,
                                "indicators",
                                branch.indicators().size(),
                                "initiativeCount",
                                branch.initiatives().size())));
    }

    private void bringBack(Held draft, SectionOrder order, DraftChange.Branch branch) {
        PlanContent content = draft.content();
        PlanContent whole = new PlanContent(
                content.plan(),
                content.ownerSlug(),
                content.ownerName(),
                content.version(),
                Stream.concat(content.sections().stream(), branch.sections().stream())
                        .toList(),
                content.adopted());
        Map<String, Integer> ranks = Held.ranks(order);
        indicators.addWithin(draft.actor(), whole, draft.indicators(), branch.indicators());
        List<Indicator> all = draft.indicators();
        for (Indicator one : branch.indicators()) {
            all = Held.placed(all, each -> ranks.getOrDefault(each.section(), 0), one, Integer.MAX_VALUE);
        }
        indicators.orderWithin(whole, all.stream().map(Indicator::id).toList());
        List<Initiative> work = draft.initiatives();
        for (Initiative one : branch.initiatives()) {
            initiatives.addWithin(whole, one);
            work = Held.placed(work, each -> ranks.getOrDefault(each.section(), 0), one, Integer.MAX_VALUE);
        }
        initiatives.orderWithin(whole, work.stream().map(Initiative::id).toList());
    }

    private void checkVersion(Held draft, SectionId id, long expected) {
        if (sections.versionsWithin(draft.content()).getOrDefault(id, -1L) != expected) {
            throw new StaleException();
        }
    }

    private static String name(Held draft, @Nullable SectionId id) {
        if (id == null) {
            return "最上位";
        }
        Section section = draft.section(id);
        return "%s %s".formatted(section.number(), section.title());
    }

    private static String number(String given) {
        return TypedText.required(TextKind.CODE, "number", "番号", given, "体系の番号を入力してください。");
    }

    private static Map<String, Object> words(Section section) {
        return Map.of("number", section.number(), "title", section.title(), "body", section.body());
    }
}
