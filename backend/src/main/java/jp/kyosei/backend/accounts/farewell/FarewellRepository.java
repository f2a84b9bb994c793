package jp.kyosei.backend.accounts.farewell;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FarewellRepository extends GenericRepository<Farewell, String> {
    /** The one that is due for longest and that nobody else takes. */
    @Query("""
            select subject, attempts from account_farewell where next_attempt_at <= :now
            order by next_attempt_at limit 1 for update skip locked""")
    Optional<Farewell> due(Instant now);

    @Query("update account_farewell set attempts = attempts + 1, next_attempt_at = :again where subject = :subject")
    void putOff(String subject, Instant again);

    /** Whether somebody has invited the account meanwhile. */
    @Query("select exists (select 1 from invitation_account where subject = :subject)")
    boolean isWantedAgain(String subject);

    @Query("delete from account_farewell where subject = :subject")
    void done(String subject);
}
