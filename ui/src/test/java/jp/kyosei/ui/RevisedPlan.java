package jp.kyosei.ui;

import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.revision.RevisionService;
import jp.kyosei.backend.tenancy.Actor;

/** A plan with a draft beside its version in force, in which one indicator has another name. */
public final class RevisedPlan {
    public static final String NO = "9";
    public static final String RENAMED = "圏域内の宿泊者数（例の変更）";

    private RevisedPlan() {}

    public static void of(String slug, String title) {
        PlanCopy.of(slug, title);
        RunningKyosei kyosei = RunningKyosei.get();
        Actor secretariat = kyosei.bean(IdentityService.class)
                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                .orElseThrow();
        RevisionService revision = kyosei.bean(RevisionService.class);
        int draft = revision.draft(secretariat, slug, "一部改訂の案").number();
        revision.spellIndicator(secretariat, slug, draft, NO, RENAMED, "", "例");
    }
}
