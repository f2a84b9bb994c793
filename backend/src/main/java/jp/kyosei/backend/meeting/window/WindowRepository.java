package jp.kyosei.backend.meeting.window;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** When meetings take comments; those that are called off take none. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WindowRepository extends GenericRepository<WindowRow, UUID> {
    @Query("""
            select owner_id, id, plan_id, fiscal_year, title, held_on, comments_open_on, comments_close_on
            from meeting
            where owner_id = :ownerId and plan_id = :planId and comments_close_on is not null and cancelled = ''
            order by comments_close_on desc, id""")
    List<WindowRow> ofPlan(UUID ownerId, UUID planId);

    /** Of all owners that the transaction's context may see. */
    @Query("""
            select owner_id, id, plan_id, fiscal_year, title, held_on, comments_open_on, comments_close_on
            from meeting
            where comments_open_on <= :today and comments_close_on >= :today and cancelled = ''
            order by owner_id, id""")
    List<WindowRow> openOn(LocalDate today);
}
