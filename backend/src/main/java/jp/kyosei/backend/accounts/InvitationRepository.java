package jp.kyosei.backend.accounts;

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

/** Arrays travel as PostgreSQL's text form {@code {a,b}}; names of roles need no quoting in it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InvitationRepository extends GenericRepository<InvitationRow, UUID> {
    @Query("""
            select i.owner_id, i.id, i.mail, i.display_name, i.department_id, coalesce(d.name, '') as department_name,
                   array_to_string(i.roles, ',') as roles, i.state, i.trouble, i.expires_at,
                   i.valid_from, i.valid_until
            from invitation i
            left join department d on d.owner_id = i.owner_id and d.id = i.department_id
            where i.owner_id = :ownerId and i.id = :id
            for update of i""")
    Optional<InvitationRow> locked(UUID ownerId, UUID id);

    @Query("""
            select i.owner_id, i.id, i.mail, i.display_name, i.department_id, coalesce(d.name, '') as department_name,
                   array_to_string(i.roles, ',') as roles, i.state, i.trouble, i.expires_at,
                   i.valid_from, i.valid_until
            from invitation i
            left join department d on d.owner_id = i.owner_id and d.id = i.department_id
            where i.owner_id = :ownerId and i.mail = :mail and i.state in ('WAITING', 'SENT')
            for update of i""")
    Optional<InvitationRow> open(UUID ownerId, String mail);

    @Query("""
            insert into invitation (owner_id, id, mail, display_name, department_id, roles, invited_by, invited_by_name,
                                    invited_at, expires_at, valid_from, valid_until)
            values (:ownerId, :id, :mail, :displayName, :departmentId, cast(:roles as text[]), :invitedBy, :invitedByName,
                    :invitedAt, :expiresAt, :validFrom, :validUntil)
            on conflict do nothing""")
    long insert(
            UUID ownerId,
            UUID id,
            String mail,
            String displayName,
            @Nullable UUID departmentId,
            String roles,
            UUID invitedBy,
            String invitedByName,
            Instant invitedAt,
            Instant expiresAt,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil);

    @Query("""
            update invitation
            set roles = cast(:roles as text[]), department_id = coalesce(:departmentId, department_id),
                valid_from = :validFrom, valid_until = :validUntil
            where owner_id = :ownerId and id = :id""")
    void addRoles(
            UUID ownerId,
            UUID id,
            String roles,
            @Nullable UUID departmentId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil);

    /** Open again, and its term begins anew. */
    @Query("""
            update invitation
            set state = 'WAITING', trouble = '', ended_at = null, expires_at = :expiresAt
            where owner_id = :ownerId and id = :id""")
    void reopen(UUID ownerId, UUID id, Instant expiresAt);

    @Query("""
            update invitation set state = 'WITHDRAWN', trouble = '', ended_at = :at
            where owner_id = :ownerId and id = :id and state in ('WAITING', 'SENT', 'EXPIRED')""")
    long withdraw(UUID ownerId, UUID id, Instant at);

    @Query("select exists (select 1 from invitation where owner_id = :ownerId and mail = :mail and invited_at > "
            + "(select invited_at from invitation where owner_id = :ownerId and id = :id))")
    boolean isFollowed(UUID ownerId, String mail, UUID id);

    @Query("""
            insert into account_errand (owner_id, id, invitation_id, subject, kind, queued_at, next_attempt_at)
            values (:ownerId, :id, :invitationId, :subject, :kind, :now, :now)""")
    void ask(UUID ownerId, UUID id, @Nullable UUID invitationId, @Nullable String subject, String kind, Instant now);

    @Query("""
            select i.owner_id, i.id, i.mail, i.display_name, i.department_id, '' as department_name,
                   array_to_string(i.roles, ',') as roles, i.state, i.trouble, i.expires_at,
                   i.valid_from, i.valid_until
            from invitation i
            join invitation_account a on a.owner_id = i.owner_id and a.invitation_id = i.id
            where a.subject = :subject and i.state in ('WAITING', 'SENT') and i.expires_at > :now
            order by i.invited_at
            for update of i""")
    List<InvitationRow> leadingTo(String subject, Instant now);

    @Query("""
            update invitation set state = 'ACCEPTED', trouble = '', ended_at = :at, person_id = :personId
            where owner_id = :ownerId and id = :id""")
    void accept(UUID ownerId, UUID id, UUID personId, Instant at);

    @Query("""
            select i.owner_id, i.id, i.mail, i.display_name, i.department_id, '' as department_name,
                   array_to_string(i.roles, ',') as roles, i.state, i.trouble, i.expires_at,
                   i.valid_from, i.valid_until
            from invitation i
            where i.state in ('WAITING', 'SENT') and i.expires_at <= :now
            order by i.expires_at
            limit 100
            for update of i skip locked""")
    List<InvitationRow> overdue(Instant now);

    @Query("""
            update invitation set state = 'EXPIRED', ended_at = :at where owner_id = :ownerId and id = :id""")
    void expire(UUID ownerId, UUID id, Instant at);

    /** Sent, from now on good for as long as the mailed link; nothing where it has ended meanwhile. */
    @Query("""
            update invitation set state = 'SENT', trouble = '', expires_at = :expiresAt
            where owner_id = :ownerId and id = :id and state in ('WAITING', 'SENT')""")
    void sent(UUID ownerId, UUID id, Instant expiresAt);

    @Query("""
            update invitation set trouble = :trouble
            where owner_id = :ownerId and id = :id and state in ('WAITING', 'SENT')""")
    void say(UUID ownerId, UUID id, String trouble);
}
