package jp.kyosei.backend.plan.draft;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders travel as JSON: one statement, whatever their number. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DraftRepository extends GenericRepository<DraftRow, UUID> {
    @Query("""
            select v.id, v.version
            from plan p
            join plan_version v on v.owner_id = p.owner_id and v.plan_id = p.id
            where p.slug = :slug and v.number = :number
            for update of v""")
    Optional<DraftRow> hold(String slug, int number);

    @Query("update plan_version set version = version + 1 where owner_id = :ownerId and id = :versionId")
    void changed(UUID ownerId, UUID versionId);

    @Query("select id, version from section where owner_id = :ownerId and plan_version_id = :versionId")
    List<DraftRow> sections(UUID ownerId, UUID versionId);

    @Query("""
            insert into section (owner_id, id, plan_version_id, parent_id, level, position, number, title, body)
            select :ownerId, n.id, :versionId, n.parent, n.level, n.position, n.number, n.title, n.body
            from json_to_recordset(cast(:sections as json))
                as n (id uuid, parent uuid, level int, position int, number text, title text, body text)
            order by n.position""")
    void insertSections(UUID ownerId, UUID versionId, String sections);

    @Query("""
            update section set number = :number, title = :title, body = :body, version = version + 1
            where owner_id = :ownerId and plan_version_id = :versionId and id = :id and version = :expected""")
    long reword(UUID ownerId, UUID versionId, UUID id, long expected, String number, String title, String body);

    /** A new place in the order alone is no change of the thing itself. */
    @Query("""
            update section s
            set parent_id = n.parent, level = n.level, position = n.position, number = n.number,
                version = s.version + case when s.parent_id is not distinct from n.parent and s.number = n.number
                                           then 0 else 1 end
            from json_to_recordset(cast(:places as json)) as n (id uuid, parent uuid, level int, position int, number text)
            where s.owner_id = :ownerId and s.plan_version_id = :versionId and s.id = n.id
              and (s.parent_id, s.level, s.position, s.number) is distinct from (n.parent, n.level, n.position, n.number)""")
    void arrange(UUID ownerId, UUID versionId, String places);

    @Query("""
            delete from section
            where owner_id = :ownerId and plan_version_id = :versionId and id = any (cast(:ids as uuid[]))""")
    void deleteSections(UUID ownerId, UUID versionId, String ids);

    @Query("select id, version from initiative where owner_id = :ownerId and plan_version_id = :versionId")
    List<DraftRow> initiatives(UUID ownerId, UUID versionId);

    @Query("""
            insert into initiative (owner_id, id, plan_version_id, section_id, position, title, municipalities)
            values (:ownerId, :id, :versionId, :sectionId, :position, :title,
                    array(select town from json_array_elements_text(cast(:towns as json)) with ordinality as t (town, place)
                          order by place))""")
    void insertInitiative(
            UUID ownerId, UUID id, UUID versionId, UUID sectionId, int position, String title, String towns);

    @Query("""
            update initiative
            set section_id = :sectionId, title = :title, version = version + 1,
                municipalities = array(select town from json_array_elements_text(cast(:towns as json)) with ordinality as t (town, place)
                                       order by place)
            where owner_id = :ownerId and plan_version_id = :versionId and id = :id and version = :expected""")
    long changeInitiative(
            UUID ownerId, UUID versionId, UUID id, long expected, UUID sectionId, String title, String towns);

    @Query("""
            update initiative i set position = n.place
            from json_array_elements_text(cast(:ids as json)) with ordinality as n (id, place)
            where i.owner_id = :ownerId and i.plan_version_id = :versionId and i.id = cast(n.id as uuid)
              and i.position <> n.place""")
    void orderInitiatives(UUID ownerId, UUID versionId, String ids);

    @Query("""
            insert into initiative_span (owner_id, plan_version_id, initiative_id, first_fiscal_year, last_fiscal_year, text)
            select :ownerId, :versionId, :id, n.first, n.last, n.text
            from json_to_recordset(cast(:spans as json)) as n (first int, last int, text text)""")
    void insertSpans(UUID ownerId, UUID versionId, UUID id, String spans);

    @Query("""
            delete from initiative_span
            where owner_id = :ownerId and plan_version_id = :versionId and initiative_id = any (cast(:ids as uuid[]))""")
    void deleteSpans(UUID ownerId, UUID versionId, String ids);

    @Query("""
            delete from initiative
            where owner_id = :ownerId and plan_version_id = :versionId and id = any (cast(:ids as uuid[]))""")
    void deleteInitiatives(UUID ownerId, UUID versionId, String ids);
}
