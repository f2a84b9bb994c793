package jp.kyosei.backend.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;

/** Turns an authenticated subject into an {@link Actor}. */
@Singleton
public class IdentityService {
    private final IdentityRepository repository;
    private final Clock clock;

    IdentityService(IdentityRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Who this subject of the identity provider is now, with the roles it holds at this moment, on this day in Japan, and the
     * alliances its municipalities belong to in the current fiscal year, or belonged to before. One SQL statement; of an
     * operator two, for the owners that let them help (支援アクセス).
     *
     * @return empty if nobody of that subject is registered
     */
    @Transactional(readOnly = true)
    public Optional<Actor> actorOf(String subject) {
        List<GrantRow> rows = repository.identify(subject, LocalDate.now(clock));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        GrantRow person = rows.getFirst();
        List<Grant> grants = person.operator()
                ? repository.supported(person.personId(), LocalDate.now(clock)).stream()
                        .map(SupportedRow::grant)
                        .toList()
                : rows.stream().flatMap(row -> grant(row).stream()).toList();
        return Optional.of(new Actor(
                new PersonId(person.personId()), person.username(), person.displayName(), person.operator(), grants));
    }

    private static Optional<Grant> grant(GrantRow row) {
        if (row.ownerId() == null
                || row.ownerSlug() == null
                || row.ownerKind() == null
                || row.ownerName() == null
                || row.role() == null) {
            return Optional.empty();
        }
        String code = row.municipalityCode();
        UUID department = row.departmentId();
        UUID through = row.throughOwnerId();
        return Optional.of(new Grant(
                new OwnerId(row.ownerId()),
                row.ownerSlug(),
                OwnerKind.valueOf(row.ownerKind()),
                row.ownerName(),
                Role.valueOf(row.role()),
                code == null ? null : new MunicipalityCode(code),
                department == null ? null : new DepartmentId(department),
                through == null ? null : new OwnerId(through),
                row.lastFiscalYear()));
    }
}
