package jp.kyosei.backend.plan.draft;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;

/** The initiatives of a draft; always inside an open tenant door, the draft held before ({@link DraftSections#holdWithin}). */
@Singleton
public class DraftInitiatives {
    private final DraftRepository repository;
    private final Json json;

    DraftInitiatives(DraftRepository repository, Json json) {
        this.repository = repository;
        this.json = json;
    }

    /** How often each initiative of a version was changed, by one statement. */
    public Map<InitiativeId, Long> versionsWithin(PlanContent content) {
        return repository.initiatives(owner(content), version(content)).stream()
                .collect(Collectors.toMap(row -> new InitiativeId(row.id()), DraftRow::version));
    }

    /**
     * Adds initiatives at the end of those of their section.
     *
     * @throws NotFoundException if the draft has no section of that number
     * @throws WrongTextException if a text is missing, too long, or holds what is no text, or two spans begin in one year
     */
    public void addWithin(PlanContent content, Initiative initiative) {
        repository.insertInitiative(
                owner(content),
                initiative.id().value(),
                version(content),
                section(content, initiative),
                Integer.MAX_VALUE,
                title(initiative),
                towns(initiative));
        insertSpans(content, initiative);
    }

    /**
     * Says anew what an initiative is.
     *
     * @param expected how often it was changed when the change began
     * @throws StaleException if somebody else was faster
     * @throws NotFoundException as {@link #addWithin}
     * @throws WrongTextException as {@link #addWithin}
     */
    public void changeWithin(PlanContent content, Initiative initiative, long expected) {
        if (repository.changeInitiative(
                        owner(content),
                        version(content),
                        initiative.id().value(),
                        expected,
                        section(content, initiative),
                        title(initiative),
                        towns(initiative))
                == 0) {
            throw new StaleException();
        }
        repository.deleteSpans(
                owner(content),
                version(content),
                SqlArrays.of(List.of(initiative.id().value())));
        insertSpans(content, initiative);
    }

    /** Puts all initiatives of a draft in that order. */
    public void orderWithin(PlanContent content, List<InitiativeId> order) {
        repository.orderInitiatives(
                owner(content),
                version(content),
                json.text(order.stream().map(id -> id.value().toString()).toList()));
    }

    /** Takes initiatives out of a draft. */
    public void removeWithin(PlanContent content, List<InitiativeId> ids) {
        String all = SqlArrays.of(ids.stream().map(InitiativeId::value).toList());
        repository.deleteSpans(owner(content), version(content), all);
        repository.deleteInitiatives(owner(content), version(content), all);
    }

    private void insertSpans(PlanContent content, Initiative initiative) {
        if (initiative.spans().stream()
                        .map(InitiativeSpan::firstFiscalYear)
                        .distinct()
                        .count()
                < initiative.spans().size()) {
            throw new WrongTextException("spans", "同じ年度に始まる内容が2つあります。1つにまとめるか、始まる年度を変えてください。");
        }
        repository.insertSpans(
                owner(content),
                version(content),
                initiative.id().value(),
                json.text(initiative.spans().stream()
                        .map(span -> Map.of(
                                "first",
                                span.firstFiscalYear().year(),
                                "last",
                                span.lastFiscalYear().year(),
                                "text",
                                TypedText.checked(TextKind.PASSAGE, "spans", "取組の内容", span.text())))
                        .toList()));
    }

    private static UUID section(PlanContent content, Initiative initiative) {
        return content.section(initiative.section())
                .map(Section::id)
                .orElseThrow(NotFoundException::new)
                .value();
    }

    private static String title(Initiative initiative) {
        return TypedText.required(TextKind.PLAN_WORDS, "title", "取組の名称", initiative.title(), "取組の名称を入力してください。");
    }

    private String towns(Initiative initiative) {
        return json.text(initiative.municipalities().stream()
                .map(MunicipalityCode::value)
                .toList());
    }

    private static UUID owner(PlanContent content) {
        return content.plan().owner().value();
    }

    private static UUID version(PlanContent content) {
        return content.version().id().value();
    }
}
