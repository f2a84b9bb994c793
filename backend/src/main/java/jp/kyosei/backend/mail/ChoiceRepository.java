package jp.kyosei.backend.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChoiceRepository extends GenericRepository<ChoiceEntity, UUID> {
    @Query("select person_id, kind, wanted from mail_choice where person_id = :personId")
    List<ChoiceEntity> choices(UUID personId);

    @Query("""
            insert into mail_choice (person_id, kind, wanted) values (:personId, :kind, :wanted)
            on conflict (person_id, kind) do update set wanted = excluded.wanted""")
    void choose(List<ChoiceEntity> choices);

    @Query("select exists (select from person where id = :personId)")
    boolean knows(UUID personId);
}
