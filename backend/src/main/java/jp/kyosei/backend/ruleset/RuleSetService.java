package jp.kyosei.backend.ruleset;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** The rule sets of owners. */
@Singleton
public class RuleSetService {
    private final RuleSetRepository repository;
    private final AuditService audit;
    private final Json json;
    private final TenantDoor door;
    private final AccessPolicy policy;

    RuleSetService(RuleSetRepository repository, AuditService audit, Json json, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.audit = audit;
        this.json = json;
        this.door = door;
        this.policy = policy;
    }

    /**
     * The rule sets of an owner by the year from which they hold; empty where it has none yet.
     *
     * @throws NotFoundException if the actor cannot read the owner
     */
    public List<DatedRuleSet> ruleSets(Actor actor, OwnerId owner) {
        policy.checkCanRead(actor, owner);
        return door.read(actor, () -> ruleSetsWithin(owner));
    }

    /**
     * The rules of an owner, by one statement; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if it has none
     */
    public RuleBook bookWithin(OwnerId owner) {
        List<DatedRuleSet> found = ruleSetsWithin(owner);
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return new RuleBook(found);
    }

    /**
     * Adds a rule set that holds from a fiscal year on.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's admin
     */
    public void add(Actor actor, OwnerId owner, FiscalYear validFrom, RuleSetDocument rules) {
        policy.checkCanAdminister(actor, owner);
        rules.toRuleSet();
        door.write(actor, () -> {
            String text = json.text(rules);
            TypedText.checked(TextKind.PASSAGE, "rules", "ルール", text);
            repository.insert(owner.value(), validFrom.year(), text);
            audit.recordWithin(
                    actor,
                    owner,
                    List.of(new Change(
                            Deed.ADD_RULE_SET,
                            SubjectKind.RULE_SET,
                            validFrom.shortLabel(),
                            null,
                            null,
                            Map.of(),
                            Map.of("rules", rules),
                            null)));
            return true;
        });
    }

    private List<DatedRuleSet> ruleSetsWithin(OwnerId owner) {
        return repository.ofOwner(owner.value()).stream().map(this::read).toList();
    }

    private DatedRuleSet read(RuleSetRow row) {
        RuleSetDocument document = json.read(row.rules(), RuleSetDocument.class);
        return new DatedRuleSet(
                new FiscalYear(row.validFromFiscalYear()), document.toRuleSet(), document, row.version());
    }
}
