package jp.kyosei.backend.revision;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.indicator.ReportingDesk;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * The revision (見直し) of a plan. A version is adopted as a whole and then stays; the next one begins as its copy. Two things are
 * no part of that and may change at any time, with an entry in the history: how a word is spelled, and which department of a
 * town is asked for an indicator.
 */
@Singleton
public class RevisionService {
    private final PlanService plans;
    private final PlanKeeping keeping;
    private final IndicatorService indicators;
    private final AuditService audit;
    private final TenantDoor door;

    RevisionService(
            PlanService plans, PlanKeeping keeping, IndicatorService indicators, AuditService audit, TenantDoor door) {
        this.plans = plans;
        this.keeping = keeping;
        this.indicators = indicators;
        this.audit = audit;
        this.door = door;
    }

    /**
     * Drafts the next version as a copy of the one in force. Sections, initiatives and indicators keep their identities, so
     * that figures, notes and narratives are of both versions.
     *
     * @param title such as 一部改訂（令和6年3月）
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws ForbiddenException if the actor is not its secretariat
     * @throws RefusedException if a draft is open already
     */
    public PlanVersion draft(Actor actor, String slug, String title) {
        return door.write(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, slug);
            PlanVersion draft = keeping.draftNextWithin(actor, content, title);
            indicators.copyWithin(actor, content, draft);
            record(
                    actor,
                    content.plan(),
                    new Change(
                            Deed.DRAFT_VERSION,
                            SubjectKind.PLAN_VERSION,
                            draft.title(),
                            content.plan().id().value(),
                            null,
                            Map.of(),
                            Map.of("title", draft.title()),
                            null));
            return draft;
        });
    }

    /**
     * Says which department of a town is asked for an indicator from now on. Tasks that are under way keep theirs.
     *
     * @param desk none where the town alone is asked
     * @throws NotFoundException if there is no such plan or indicator, or that town does not report it
     * @throws ForbiddenException if the actor is not the owner's secretariat
     */
    public void assign(Actor actor, String slug, String no, MunicipalityCode town, @Nullable ReportingDesk desk) {
        door.write(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, slug);
            Indicator indicator = indicator(content, no);
            Reporter before = indicator.reporter(town).orElseThrow(NotFoundException::new);
            indicators.assignWithin(actor, content, indicator.id(), town, desk);
            Reporter after = indicator(content, no).reporter(town).orElseThrow(NotFoundException::new);
            record(
                    actor,
                    content.plan(),
                    new Change(
                            Deed.ASSIGN_DEPARTMENT,
                            SubjectKind.INDICATOR,
                            "%s %s".formatted(no, before.municipalityName()),
                            content.plan().id().value(),
                            indicator.id().value(),
                            department(before),
                            department(after),
                            null));
            return true;
        });
    }

    /**
     * Spells the name and the description of an indicator anew, in an adopted version, too.
     *
     * @param number of the version
     * @param reason why it is spelling and no change of the plan; it stays in the history
     * @throws NotFoundException if there is no such plan, version or indicator
     * @throws ForbiddenException if the actor is not the owner's secretariat
     */
    public void spellIndicator(
            Actor actor, String slug, int number, String no, String name, String description, String reason) {
        door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, slug, new VersionChoice.Numbered(number));
            Indicator indicator = indicator(content, no);
            String spelled = words("name", "指標名", name);
            String explained = TypedText.checked(TextKind.PASSAGE, "description", "指標の説明", description);
            indicators.spellWithin(actor, content, indicator.id(), spelled, explained);
            record(
                    actor,
                    content.plan(),
                    new Change(
                            Deed.CORRECT_SPELLING,
                            SubjectKind.INDICATOR,
                            no,
                            content.plan().id().value(),
                            indicator.id().value(),
                            Map.of("name", indicator.name(), "description", indicator.description()),
                            Map.of("name", spelled, "description", explained),
                            why(reason)));
            return true;
        });
    }

    /** Spells the title and the text of a section anew; as {@link #spellIndicator}. */
    public void spellSection(
            Actor actor, String slug, int number, String section, String title, String body, String reason) {
        door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, slug, new VersionChoice.Numbered(number));
            Section before = content.section(section).orElseThrow(NotFoundException::new);
            Section after = new Section(
                    before.id(),
                    before.number(),
                    before.parent(),
                    before.level(),
                    words("title", "体系の名称", title),
                    TypedText.checked(TextKind.PASSAGE, "body", "内容", body));
            keeping.spellWithin(actor, content, after);
            record(
                    actor,
                    content.plan(),
                    new Change(
                            Deed.CORRECT_SPELLING,
                            SubjectKind.SECTION,
                            section,
                            content.plan().id().value(),
                            null,
                            Map.of("title", before.title(), "body", before.body()),
                            Map.of("title", after.title(), "body", after.body()),
                            why(reason)));
            return true;
        });
    }

    private static String words(String field, String called, String given) {
        return TypedText.required(TextKind.PLAN_WORDS, field, called, given, "%sを入力してください。".formatted(called));
    }

    private static String why(String reason) {
        return TypedText.required(TextKind.REASON, "reason", "理由", reason, "策定済みの版の文字を直す理由を入力してください。");
    }

    private Indicator indicator(PlanContent content, String no) {
        return indicators.indicatorsWithin(content, List.of(no)).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Map<String, Object> department(Reporter reporter) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (reporter.departmentName() != null) {
            words.put("department", reporter.departmentName());
        }
        return words;
    }

    private void record(Actor actor, Plan plan, Change change) {
        audit.recordWithin(actor, plan.owner(), List.of(change));
    }
}
