package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items of an agenda travel as lines, times of the day as text. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MeetingRepository extends GenericRepository<MeetingRow, UUID> {
    /** Newest first. */
    @Query("""
            select m.owner_id, m.id, p.slug as plan_slug, m.fiscal_year, m.title, m.held_on,
                   left(m.starts_at::text, 5) as starts_at, left(m.ends_at::text, 5) as ends_at, m.place,
                   m.comments_open_on, m.comments_close_on, array_to_string(m.agenda, E'\\n') as agenda, m.cancelled,
                   n.state as minutes, m.version
            from meeting m
            join plan p on p.owner_id = m.owner_id and p.id = m.plan_id
            left join minutes n on n.owner_id = m.owner_id and n.meeting_id = m.id
            where m.owner_id = :ownerId and m.plan_id = :planId
            order by m.held_on desc, m.planned_at desc, m.id""")
    List<MeetingRow> ofPlan(UUID ownerId, UUID planId);

    @Query("""
            select m.owner_id, m.id, p.slug as plan_slug, m.fiscal_year, m.title, m.held_on,
                   left(m.starts_at::text, 5) as starts_at, left(m.ends_at::text, 5) as ends_at, m.place,
                   m.comments_open_on, m.comments_close_on, array_to_string(m.agenda, E'\\n') as agenda, m.cancelled,
                   n.state as minutes, m.version
            from meeting m
            join plan p on p.owner_id = m.owner_id and p.id = m.plan_id
            left join minutes n on n.owner_id = m.owner_id and n.meeting_id = m.id
            where m.id = :id""")
    Optional<MeetingRow> find(UUID id);

    /** Held until the transaction ends; none for whoever is not the owner's secretariat. */
    @Query("select version from meeting where owner_id = :ownerId and id = :id for update")
    Optional<Long> lock(UUID ownerId, UUID id);

    @Query("""
            insert into meeting (owner_id, id, plan_id, fiscal_year, title, held_on, starts_at, ends_at, place,
                                 comments_open_on, comments_close_on, agenda, planned_by, planned_at)
            values (:ownerId, :id, :planId, :fiscalYear, :title, :heldOn, cast(:startsAt as time), cast(:endsAt as time),
                    :place, :commentsOpenOn, :commentsCloseOn, string_to_array(:agenda, E'\\n'), :plannedBy, :plannedAt)""")
    void insertMeeting(
            UUID ownerId,
            UUID id,
            UUID planId,
            int fiscalYear,
            String title,
            LocalDate heldOn,
            @Nullable String startsAt,
            @Nullable String endsAt,
            String place,
            @Nullable LocalDate commentsOpenOn,
            @Nullable LocalDate commentsCloseOn,
            String agenda,
            UUID plannedBy,
            Instant plannedAt);

    @Query("""
            update meeting
            set fiscal_year = :fiscalYear, title = :title, held_on = :heldOn, starts_at = cast(:startsAt as time),
                ends_at = cast(:endsAt as time), place = :place, comments_open_on = :commentsOpenOn,
                comments_close_on = :commentsCloseOn, agenda = string_to_array(:agenda, E'\\n'), version = version + 1
            where owner_id = :ownerId and id = :id""")
    void updateMeeting(
            UUID ownerId,
            UUID id,
            int fiscalYear,
            String title,
            LocalDate heldOn,
            @Nullable String startsAt,
            @Nullable String endsAt,
            String place,
            @Nullable LocalDate commentsOpenOn,
            @Nullable LocalDate commentsCloseOn,
            String agenda);

    @Query("""
            update meeting set cancelled = :cancelled, version = version + 1
            where owner_id = :ownerId and id = :id""")
    void turn(UUID ownerId, UUID id, String cancelled);
}
