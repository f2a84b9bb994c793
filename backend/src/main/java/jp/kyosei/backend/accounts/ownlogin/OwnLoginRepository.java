package jp.kyosei.backend.accounts.ownlogin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OwnLoginRepository extends GenericRepository<OwnLoginRow, UUID> {
    @Query("""
            select l.owner_id, l.provider, l.domain, a.admitted_by, a.admitter
            from own_login l
            left join own_login_admission a on a.owner_id = l.owner_id
            where l.owner_id = :ownerId""")
    Optional<OwnLoginRow> of(UUID ownerId);

    /** The one by which somebody came, where it lets people in. */
    @Query("""
            select l.owner_id, l.provider, l.domain, a.admitted_by, a.admitter
            from own_login l
            join own_login_admission a on a.owner_id = l.owner_id
            where l.provider = :provider""")
    Optional<OwnLoginRow> admitting(String provider);

    @Query("""
            insert into own_login (owner_id, provider, domain, set_by, set_at)
            values (:ownerId, :provider, :domain, :setBy, :at)
            on conflict do nothing""")
    long insert(UUID ownerId, String provider, String domain, String setBy, Instant at);

    @Query("delete from own_login where owner_id = :ownerId")
    long delete(UUID ownerId);

    @Query("""
            insert into own_login_admission (owner_id, admitted_by, admitter, admitted_at)
            values (:ownerId, :by, :name, :at)
            on conflict do nothing""")
    long admit(UUID ownerId, UUID by, String name, Instant at);

    @Query("delete from own_login_admission where owner_id = :ownerId")
    long refuse(UUID ownerId);

    /** Whether the owner has ever known the account, or the address is being invited: then that decides. */
    @Query("""
            select exists (select 1 from invitation_account a where a.owner_id = :ownerId and a.subject = :subject)
                or exists (select 1 from invitation i where i.owner_id = :ownerId and i.mail = :mail)""")
    boolean isKnown(UUID ownerId, String subject, String mail);

    @Query("""
            insert into invitation (owner_id, id, mail, display_name, roles, state, invited_by, invited_by_name,
                                    invited_at, expires_at)
            values (:ownerId, :id, :mail, :displayName, array ['VIEWER'], 'SENT', :by, :byName, :at, :until)""")
    void invite(
            UUID ownerId, UUID id, String mail, String displayName, UUID by, String byName, Instant at, Instant until);

    @Query("""
            insert into invitation_account (owner_id, invitation_id, subject, made_for_it)
            values (:ownerId, :id, :subject, false)""")
    void leadTo(UUID ownerId, UUID id, String subject);
}
