package jp.kyosei.backend.people;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SecurityLog;
import org.jspecify.annotations.Nullable;

/** Writes down what becomes of roles: in the owner's trail, and in the log for security. */
@Singleton
class RoleTrail {
    private static final String VALID_UNTIL = "validUntil";

    private final AuditService audit;

    RoleTrail(AuditService audit) {
        this.audit = audit;
    }

    void given(Actor actor, OwnerId owner, GivenRole role) {
        record(actor, owner, Deed.GIVE_ROLE, role, Map.of(), facts(role));
        SecurityLog.role("role-given", actor, role.person(), owner, role.role());
    }

    /** @param lastDay none: until further notice */
    void limited(Actor actor, OwnerId owner, GivenRole role, @Nullable LocalDate lastDay) {
        Map<String, Object> before = facts(role);
        Map<String, Object> after = new LinkedHashMap<>(before);
        before.putIfAbsent(VALID_UNTIL, "");
        after.put(VALID_UNTIL, lastDay == null ? "" : lastDay.toString());
        record(actor, owner, Deed.LIMIT_ROLE, role, before, after);
        SecurityLog.role("role-limited", actor, role.person(), owner, role.role());
    }

    void taken(Actor actor, OwnerId owner, GivenRole role) {
        record(actor, owner, Deed.TAKE_ROLE, role, facts(role), Map.of());
        SecurityLog.role("role-taken", actor, role.person(), owner, role.role());
    }

    private void record(
            Actor actor,
            OwnerId owner,
            Deed deed,
            GivenRole role,
            Map<String, Object> before,
            Map<String, Object> after) {
        audit.recordWithin(
                actor,
                owner,
                List.of(new Change(deed, SubjectKind.PERSON, role.called(), null, null, before, after, null)));
    }

    private static Map<String, Object> facts(GivenRole role) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("role", role.role().name());
        put(facts, "department", role.departmentName());
        put(facts, "validFrom", role.from());
        put(facts, VALID_UNTIL, role.until());
        put(facts, "deputyFor", role.deputyForName());
        return facts;
    }

    private static void put(Map<String, Object> facts, String code, @Nullable Object fact) {
        if (fact != null) {
            facts.put(code, fact.toString());
        }
    }
}
