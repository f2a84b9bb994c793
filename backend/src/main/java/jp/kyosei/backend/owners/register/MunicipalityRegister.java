package jp.kyosei.backend.owners.register;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Finds municipalities in the public register, for the operator, and adds those that it does not have yet. */
@Singleton
public class MunicipalityRegister {
    private final RegisterRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    MunicipalityRegister(RegisterRepository repository, AuditService audit, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Those that a person may mean: by the beginning of the code, of the reading in kana or of the name in Latin letters, or by
     * a part of the name with its prefecture; a whole name first, then by code.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public List<Registered> search(Actor operator, String words, int offset, int most) {
        policy.checkCanKeepOwners(operator);
        String wanted = words.strip().replaceAll("[\\s%_\\\\]", "");
        return door.read(operator, () -> repository.search(wanted, offset, most).stream()
                .map(MunicipalityRegister::registered)
                .toList());
    }

    /** The municipality of that code, if the register has it; to be called inside an open {@link TenantDoor}. */
    public Optional<Municipality> municipalityWithin(MunicipalityCode code) {
        return repository.municipality(code.value()).map(row -> registered(row).municipality());
    }

    /** @throws NotFoundException if the actor is not the operator */
    public RegisterEdition edition(Actor operator) {
        policy.checkCanKeepOwners(operator);
        return door.read(operator, () -> repository
                .edition()
                .map(row -> new RegisterEdition(row.asOf(), row.source()))
                .orElseThrow(NotFoundException::new));
    }

    /**
     * Adds municipalities to the public register, such as one that is newer than it; those already there stay.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public void register(Actor operator, Collection<Municipality> municipalities) {
        policy.checkCanKeepOwners(operator);
        door.write(operator, () -> {
            registerWithin(operator, municipalities);
            return true;
        });
    }

    /** As {@link #register}; to be called inside the write of an operator. */
    public void registerWithin(Actor operator, Collection<Municipality> municipalities) {
        policy.checkCanKeepOwners(operator);
        List<String> added = municipalities.stream()
                .filter(municipality -> repository.insert(
                                municipality.code().value(),
                                name("name", "市町村名", municipality.name()),
                                name("prefecture", "都道府県名", municipality.prefecture()))
                        != 0)
                .map(municipality -> municipality.code().value())
                .toList();
        if (!added.isEmpty()) {
            audit.recordOfServiceWithin(
                    operator,
                    new Change(
                            Deed.REGISTER_MUNICIPALITIES,
                            SubjectKind.MUNICIPALITY,
                            "市町村",
                            null,
                            null,
                            Map.of(),
                            Map.of("municipalities", added),
                            null));
        }
    }

    private static String name(String field, String called, String given) {
        return TypedText.required(TextKind.NAME, field, called, given, "%sを入力してください。".formatted(called));
    }

    private static Registered registered(MunicipalityRow row) {
        return new Registered(
                new Municipality(
                        new MunicipalityCode(row.code()), row.name(), row.kana(), row.prefecture(), row.romaji()),
                row.ownerSlug());
    }
}
