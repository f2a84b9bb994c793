package jp.kyosei.backend.accounts.ownlogin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.WrongTextException;

/**
 * Keeps which login is a town's own. The operator writes down provider and domain, having made sure whose they are; the
 * owner's admin lets people in, and ends that.
 */
@Singleton
public class OwnLoginService {
    private static final int LONGEST_DOMAIN = 200;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

    private final OwnLoginRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    OwnLoginService(
            OwnLoginRepository repository, AuditService audit, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The owner's own login; empty where there is none.
     *
     * @throws NotFoundException if the owner is not the actor's to know
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    public Optional<OwnLogin> of(Actor actor, OwnerId owner) {
        policy.checkCanAdminister(actor, owner);
        return door.read(actor, () -> repository.of(owner.value()).map(OwnLoginRow::login));
    }

    /**
     * Writes down what an owner's own login is. Nobody comes in by it before the owner's admin says so.
     *
     * @param provider what Keycloak calls it: 2 to 60 small letters, digits and hyphens
     * @throws NotFoundException if the actor is not the operator
     * @throws WrongTextException naming {@code provider} or {@code domain}
     * @throws RefusedException if the owner has one, or provider or domain are another owner's
     */
    public void set(Actor operator, OwnerId owner, String provider, String domain) {
        policy.checkCanKeepOwners(operator);
        String alias = provider.strip().toLowerCase(Locale.ROOT);
        String of = domain.strip().toLowerCase(Locale.ROOT);
        if (!PROVIDER.matcher(alias).matches()) {
            throw new WrongTextException("provider", "認証サーバーでの名前は、半角の小文字・数字・ハイフンで2〜60文字にしてください。");
        }
        if (of.length() > LONGEST_DOMAIN || !DOMAIN.matcher(of).matches()) {
            throw new WrongTextException("domain", "メールアドレスの@より後を、city.example.jp の形で入れてください。");
        }
        door.write(operator, () -> {
            if (repository.insert(owner.value(), alias, of, operator.displayName(), clock.instant()) == 0) {
                throw new RefusedException("この団体には庁内ログインが登録されているか、同じ名前またはドメインがほかの団体に登録されています。");
            }
            record(operator, owner, Deed.SET_OWN_LOGIN, new OwnLogin(alias, of, false));
            return true;
        });
    }

    /**
     * Takes it away: nobody new comes in by it. Who has come in stays, and is the admin's to end.
     *
     * @throws NotFoundException if the actor is not the operator, or the owner has none
     */
    public void end(Actor operator, OwnerId owner) {
        policy.checkCanKeepOwners(operator);
        door.write(operator, () -> {
            OwnLogin login = required(owner);
            repository.delete(owner.value());
            record(operator, owner, Deed.END_OWN_LOGIN, login);
            return true;
        });
    }

    /**
     * Lets people of the domain in at their first login, to read.
     *
     * @throws NotFoundException if the actor cannot read the owner, or it has no login of its own
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public void admit(Actor admin, OwnerId owner) {
        policy.checkCanSettle(admin, owner);
        door.write(admin, () -> {
            OwnLogin login = required(owner);
            if (repository.admit(owner.value(), admin.person().value(), admin.displayName(), clock.instant()) != 0) {
                record(admin, owner, Deed.ADMIT_OWN_LOGIN, login);
            }
            return true;
        });
    }

    /**
     * Lets nobody new in any more; who has come in stays.
     *
     * @throws NotFoundException if the actor cannot read the owner, or it has no login of its own
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public void refuse(Actor admin, OwnerId owner) {
        policy.checkCanSettle(admin, owner);
        door.write(admin, () -> {
            OwnLogin login = required(owner);
            if (repository.refuse(owner.value()) != 0) {
                record(admin, owner, Deed.REFUSE_OWN_LOGIN, login);
            }
            return true;
        });
    }

    private OwnLogin required(OwnerId owner) {
        return repository.of(owner.value()).map(OwnLoginRow::login).orElseThrow(NotFoundException::new);
    }

    private void record(Actor actor, OwnerId owner, Deed deed, OwnLogin login) {
        audit.recordWithin(
                actor,
                owner,
                List.of(new Change(
                        deed,
                        SubjectKind.OWNER,
                        "庁内ログイン（%s）".formatted(login.domain()),
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        null)));
    }
}
