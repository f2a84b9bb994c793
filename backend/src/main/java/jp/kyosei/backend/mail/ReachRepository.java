package jp.kyosei.backend.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReachRepository extends GenericRepository<ReachRow, UUID> {
    /** An element of each array for each desk; none is left out of the answer if the context may post in the owner. */
    @Query("""
            select place, already, reached, switched_off, without_address
            from mail_reach_on(:ownerId, :today, :matterYear, :kind, cast(:roles as text[]), cast(:towns as text[]),
                            cast(:departments as uuid[]), cast(:onceKeys as text[]))
            order by place""")
    List<ReachRow> reach(
            UUID ownerId,
            LocalDate today,
            int matterYear,
            String kind,
            String roles,
            String towns,
            String departments,
            String onceKeys);
}
