package jp.kyosei.backend.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdentityRepository extends GenericRepository<GrantRow, UUID> {
    @Query(value = "select * from identify_on(:subject, :today)", nativeQuery = true)
    List<GrantRow> identify(String subject, LocalDate today);

    @Query(value = """
                    select owner_id, owner_slug, owner_kind, owner_name, municipality_code
                    from supported_owners(:person, :day)""", nativeQuery = true)
    List<SupportedRow> supported(UUID person, LocalDate day);
}
