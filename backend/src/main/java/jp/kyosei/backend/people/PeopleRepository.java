package jp.kyosei.backend.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
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

    @Query("""
            insert into person (id, subject, username, display_name, mail_address)
            values (:id, :subject, :username, :displayName, :mail)""")
    void insertInvited(UUID id, String subject, String username, String displayName, String mail);

    @Query("update person set mail_address = :address where id = :id")
    long changeMailAddress(UUID id, @Nullable String address);

    @Query("select mail_address from person where id = :id and mail_address is not null")
    Optional<String> mailAddress(UUID id);
}
