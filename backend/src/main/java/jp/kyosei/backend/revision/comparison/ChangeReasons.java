package jp.kyosei.backend.revision.comparison;

import jakarta.inject.Singleton;
import java.util.UUID;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;

@Singleton
public class ChangeReasons {
    public void recordWithin(Actor actor, PlanContent content, SubjectKind kind, UUID subject, String reason) {}

    public void forgetWithin(PlanContent content) {}
}
