package jp.kyosei.backend.plan.draft;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;

/**
 * The sections of a draft, changed one thing at a time; always inside an open tenant door, and held before: changes of one draft
 * come one after another, so that an order of all its sections is never written over another.
 */
@Singleton
public class DraftSections {
    /** Why nothing of an adopted version changes. */
    public static final String ADOPTED = "この版は決定しています。決定した版は変えられません。変えるときは、改訂の案を作ってください。";

    private final DraftRepository repository;
    private final PlanService plans;
    private final AccessPolicy policy;
    private final Json json;

    DraftSections(DraftRepository repository, PlanService plans, AccessPolicy policy, Json json) {
        this.repository = repository;
        this.plans = plans;
        this.policy = policy;
        this.json = json;
    }

    /**
     * The draft, held until the transaction ends: whoever changes it meanwhile waits.
     *
     * @param number of the version
     * @throws NotFoundException if there is no such plan or version, or it is not the actor's to read
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the version is adopted
     */
    public PlanContent holdWithin(Actor actor, String slug, int number) {
        boolean held = repository.hold(slug, number).isPresent();
        PlanContent content = plans.contentWithin(actor, slug, new VersionChoice.Numbered(number));
        policy.checkCanKeepPlans(actor, content.plan().owner());
        if (content.version().adoptedOn() != null) {
            throw new RefusedException(ADOPTED);
        }
        if (!held) {
            throw new NotFoundException();
        }
        repository.changed(owner(content), version(content));
        return content;
    }

    /** How often each section of a version was changed, by one statement. */
    public Map<SectionId, Long> versionsWithin(PlanContent content) {
        return repository.sections(owner(content), version(content)).stream()
                .collect(Collectors.toMap(row -> new SectionId(row.id()), DraftRow::version));
    }

    /** How the sections of a version stand. */
    public static SectionOrder order(PlanContent content) {
        Map<String, SectionId> ids =
                content.sections().stream().collect(Collectors.toMap(Section::number, Section::id));
        return SectionOrder.of(content.sections().stream()
                .map(section -> new SectionOrder.Place(
                        section.id(), section.parent() == null ? null : ids.get(section.parent()), section.number()))
                .toList());
    }

    /**
     * Adds sections, new ones or such as were taken out before.
     *
     * @param order with them in it
     * @param added what they say; number and parent are those of the order
     * @throws WrongTextException if a text is missing, too long, or holds what is no text, or a number stands twice
     * @throws RefusedException if the plan has no name for a level as deep
     */
    public void addWithin(PlanContent content, SectionOrder order, List<Section> added) {
        check(content.plan(), order);
        Map<SectionId, Section> texts = added.stream().collect(Collectors.toMap(Section::id, Function.identity()));
        repository.insertSections(
                owner(content),
                version(content),
                json.text(rows(order).entrySet().stream()
                        .filter(row -> texts.containsKey(row.getKey()))
                        .map(row -> withTexts(row.getValue(), checked(Objects.requireNonNull(texts.get(row.getKey())))))
                        .toList()));
        arrange(content, order);
    }

    /**
     * Puts the sections of a draft in another order, and under other numbers.
     *
     * @throws WrongTextException if a number stands twice
     * @throws RefusedException if the plan has no name for a level as deep
     */
    public void arrangeWithin(PlanContent content, SectionOrder order) {
        check(content.plan(), order);
        arrange(content, order);
    }

    private void arrange(PlanContent content, SectionOrder order) {
        repository.arrange(
                owner(content),
                version(content),
                json.text(List.copyOf(rows(order).values())));
    }

    /**
     * Gives a section another number, title and text.
     *
     * @param expected how often it was changed when the change began
     * @throws StaleException if somebody else was faster
     * @throws WrongTextException as {@link #addWithin}
     */
    public void rewordWithin(PlanContent content, Section section, long expected) {
        check(content.plan(), order(content).numbered(Map.of(section.id(), section.number())));
        Section checked = checked(section);
        if (repository.reword(
                        owner(content),
                        version(content),
                        section.id().value(),
                        expected,
                        checked.number(),
                        checked.title(),
                        checked.body())
                == 0) {
            throw new StaleException();
        }
    }

    /** Takes sections out of a draft, under which nothing stands any more. */
    public void removeWithin(PlanContent content, List<SectionId> ids) {
        repository.deleteSections(
                owner(content),
                version(content),
                SqlArrays.of(ids.stream().map(SectionId::value).toList()));
    }

    private static void check(Plan plan, SectionOrder order) {
        order.twice().ifPresent(number -> {
            throw new WrongTextException("number", "番号「%s」の体系は既にあります。別の番号にしてください。".formatted(number));
        });
        int levels = plan.levelNames().size();
        if (order.places().stream().anyMatch(place -> order.level(place.id()) > levels)) {
            throw new RefusedException(
                    "この計画の体系は「%s」の%d階層です。それより下には置けません。".formatted(String.join("・", plan.levelNames()), levels));
        }
    }

    private static Section checked(Section section) {
        return new Section(
                section.id(),
                TypedText.required(TextKind.CODE, "number", "番号", section.number(), "体系の番号を入力してください。"),
                section.parent(),
                section.level(),
                TypedText.required(TextKind.PLAN_WORDS, "title", "名称", section.title(), "体系の名称を入力してください。"),
                TypedText.checked(TextKind.PASSAGE, "body", "内容", section.body()));
    }

    private static Map<SectionId, Map<String, Object>> rows(SectionOrder order) {
        Map<SectionId, Map<String, Object>> rows = new LinkedHashMap<>();
        for (SectionOrder.Place place : order.places()) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", place.id().value());
            SectionId parent = place.parent();
            if (parent != null) {
                row.put("parent", parent.value());
            }
            row.put("level", order.level(place.id()));
            row.put("position", rows.size() + 1);
            row.put("number", place.number());
            rows.put(place.id(), row);
        }
        return rows;
    }

    private static Map<String, Object> withTexts(Map<String, Object> row, Section section) {
        Map<String, Object> full = new HashMap<>(row);
        full.put("title", section.title());
        full.put("body", section.body());
        return full;
    }

    private static UUID owner(PlanContent content) {
        return content.plan().owner().value();
    }

    private static UUID version(PlanContent content) {
        return content.version().id().value();
    }
}
