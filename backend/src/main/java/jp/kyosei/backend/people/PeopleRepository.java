package jp.kyosei.backend.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PeopleRepository extends GenericRepository<PersonRow, UUID> {
    @Query("select id from person where subject = :subject")
    Optional<UUID> personOf(String subject);

    @Query("select id, username, display_name from person where id = :id")
    Optional<PersonRow> person(UUID id);

    @Query("""
            insert into person (id, subject, username, display_name, operator)
            values (:id, :subject, :username, :displayName, :operator)""")
    void insertPerson(UUID id, String subject, String username, String displayName, boolean operator);

    @Query("select exists (select 1 from person where id = :id and operator)")
    boolean isOperator(UUID id);

    @Query("""
            insert into person (id, subject, username, display_name, mail_address)
            values (:id, :subject, :username, :displayName, :mail)""")
    void insertInvited(UUID id, String subject, String username, String displayName, String mail);

    @Query("update person set mail_address = :address where id = :id")
    long changeMailAddress(UUID id, @Nullable String address);

    @Query("select mail_address from person where id = :id and mail_address is not null")
    Optional<String> mailAddress(UUID id);

    @Query("""
            select p.display_name
            from role_grant g
            join person p on p.id = g.person_id
            where g.owner_id = :ownerId and g.department_id = :departmentId
              and (g.valid_until is null or g.valid_until >= :today)
            group by p.id, p.display_name
            order by p.display_name""")
    List<String> holdersIn(UUID ownerId, UUID departmentId, LocalDate today);

    /** What has ended stays as it was; a role that is held in the other department already is not held there twice. */
    @Query("""
            update role_grant g set department_id = :to
            where g.owner_id = :ownerId and g.department_id = :from
              and (g.valid_until is null or g.valid_until >= :today)
              and not exists (
                  select from role_grant h
                  where h.owner_id = g.owner_id and h.person_id = g.person_id and h.role = g.role
                    and h.department_id = :to and h.deputy_for is not distinct from g.deputy_for
                    and h.valid_from is not distinct from g.valid_from)""")
    void moveHolders(UUID ownerId, UUID from, UUID to, LocalDate today);

    @Query("""
            delete from role_grant
            where owner_id = :ownerId and department_id = :from and (valid_until is null or valid_until >= :today)""")
    void dropHolders(UUID ownerId, UUID from, LocalDate today);
}
