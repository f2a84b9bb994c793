package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Definitions of a draft, one at a time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DraftRepository extends GenericRepository<DraftRepository.DraftRow, UUID> {
    /** How often a definition was changed. */
    @MappedEntity
    record DraftRow(@Id UUID id, long version) {}

    @Query("""
            select indicator_id as id, version from indicator_definition
            where owner_id = :ownerId and plan_version_id = :versionId""")
    List<DraftRow> versions(UUID ownerId, UUID versionId);

    /** How many indicators a version has, and how many of them nobody is asked for. */
    @MappedEntity
    record CountRow(@Id UUID id, long indicators, long unasked) {}

    @Query("""
            select d.plan_version_id as id, count(*) as indicators,
                   count(*) filter (where not exists (
                           select from indicator_reporter r
                           where r.owner_id = d.owner_id and r.plan_version_id = d.plan_version_id
                             and r.indicator_id = d.indicator_id)
                       or exists (
                           select from indicator_reporter r
                           where r.owner_id = d.owner_id and r.plan_version_id = d.plan_version_id
                             and r.indicator_id = d.indicator_id
                             and not exists (
                                 select from indicator_desk k
                                 where k.owner_id = r.owner_id and k.indicator_id = r.indicator_id
                                   and k.municipality_code = r.municipality_code))) as unasked
            from indicator_definition d
            where d.owner_id = :ownerId
            group by d.plan_version_id""")
    List<CountRow> counts(UUID ownerId);

    @Query("""
            update indicator_definition set version = version + 1
            where owner_id = :ownerId and plan_version_id = :versionId and indicator_id = :id and version = :expected""")
    long claim(UUID ownerId, UUID versionId, UUID id, long expected);

    /** A new place in the order alone is no change of the definition. */
    @Query("""
            update indicator_definition d set position = n.place
            from json_array_elements_text(cast(:ids as json)) with ordinality as n (id, place)
            where d.owner_id = :ownerId and d.plan_version_id = :versionId and d.indicator_id = cast(n.id as uuid)
              and d.position <> n.place""")
    void order(UUID ownerId, UUID versionId, String ids);

    @Query("""
            delete from indicator_target
            where owner_id = :ownerId and plan_version_id = :versionId and indicator_id = any (cast(:ids as uuid[]))""")
    void deleteTargets(UUID ownerId, UUID versionId, String ids);

    @Query("""
            delete from indicator_reporter
            where owner_id = :ownerId and plan_version_id = :versionId and indicator_id = any (cast(:ids as uuid[]))""")
    void deleteReporters(UUID ownerId, UUID versionId, String ids);

    @Query("""
            delete from indicator_definition
            where owner_id = :ownerId and plan_version_id = :versionId and indicator_id = any (cast(:ids as uuid[]))""")
    void deleteDefinitions(UUID ownerId, UUID versionId, String ids);
}
