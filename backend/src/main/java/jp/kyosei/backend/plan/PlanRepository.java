package jp.kyosei.backend.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The names of levels travel as a JSON array, for they are people's words and hold whatever they typed; codes of
 * municipalities as text joined by tabs.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<PlanRow, UUID> {
    @Query("""
            select p.id, p.owner_id, o.slug as owner_slug, o.name as owner_name, p.slug, p.title, p.kind,
                   p.first_fiscal_year, p.last_fiscal_year, to_json(p.level_names)::text as level_names,
                   exists (select 1 from plan_version v where v.owner_id = p.owner_id and v.plan_id = p.id
                           and v.adopted_on is not null) as adopted
            from plan p
            join owner o on o.id = p.owner_id
            order by o.kind, o.slug, p.first_fiscal_year desc, p.slug""")
    List<PlanRow> plans();

    @Query("""
            select p.id, p.owner_id, o.slug as owner_slug, o.name as owner_name, p.slug, p.title, p.kind,
                   p.first_fiscal_year, p.last_fiscal_year, to_json(p.level_names)::text as level_names,
                   v.id as version_id, v.number as version_number, v.title as version_title, v.adopted_on,
                   v.adopted_month_only,
                   (select string_agg(a.number || '=' || a.adopted_on || case when exists (
                               select from section c where c.owner_id = a.owner_id and c.plan_version_id = a.id)
                           then '' else '=empty' end, ',' order by a.number) from plan_version a
                    where a.owner_id = p.owner_id and a.plan_id = p.id and a.adopted_on is not null) as adopted,
                   s.id as section_id, s.number as section_number, above.number as parent_number, s.level,
                   s.title as section_title, s.body
            from plan p
            join owner o on o.id = p.owner_id
            join lateral (
                select * from plan_version w
                where w.owner_id = p.owner_id and w.plan_id = p.id
                  and (cast(:number as int) is null or w.number = cast(:number as int))
                order by (w.adopted_on is null), (w.adopted_on > :day),
                         case when w.adopted_on > :day then -w.number else w.number end desc
                limit 1) v on true
            left join section s on s.owner_id = p.owner_id and s.plan_version_id = v.id
            left join section above on above.owner_id = s.owner_id and above.plan_version_id = s.plan_version_id
                and above.id = s.parent_id
            where p.slug = :slug
            order by p.owner_id, s.position""")
    List<PlanSectionRow> planWithSections(String slug, LocalDate day, @Nullable Integer number);

    @Query("""
            select id, plan_id, number, title, adopted_on, adopted_month_only from plan_version
            where owner_id = :ownerId and plan_id = :planId order by number""")
    List<VersionRow> versions(UUID ownerId, UUID planId);

    @Query("""
            select id, plan_id, number, title, adopted_on, adopted_month_only from plan_version
            where owner_id = :ownerId order by plan_id, number""")
    List<VersionRow> versionsOf(UUID ownerId);

    @Query("""
            select i.id, s.number as section, i.title, array_to_string(i.municipalities, E'\\t') as municipalities,
                   t.first_fiscal_year, t.last_fiscal_year, t.text
            from initiative i
            join section s on s.owner_id = i.owner_id and s.plan_version_id = i.plan_version_id and s.id = i.section_id
            left join initiative_span t on t.owner_id = i.owner_id and t.plan_version_id = i.plan_version_id
                and t.initiative_id = i.id
            where i.owner_id = :ownerId and i.plan_version_id = :versionId
            order by s.position, i.position, t.first_fiscal_year""")
    List<InitiativeRow> initiatives(UUID ownerId, UUID versionId);

    @Query("select slug from plan where owner_id = :ownerId")
    List<String> slugsOf(UUID ownerId);

    @Query("select id from plan where owner_id = :ownerId and slug = :slug")
    Optional<UUID> planOf(UUID ownerId, String slug);

    @Query("""
            insert into plan (owner_id, id, slug, title, kind, first_fiscal_year, last_fiscal_year, level_names)
            values (:ownerId, :id, :slug, :title, :kind, :firstFiscalYear, :lastFiscalYear,
                    array(select name from json_array_elements_text(cast(:levelNames as json)) with ordinality as l (name, place)
                          order by place))""")
    void insertPlan(
            UUID ownerId,
            UUID id,
            String slug,
            String title,
            String kind,
            int firstFiscalYear,
            int lastFiscalYear,
            String levelNames);

    @Query("""
            insert into plan_version (owner_id, id, plan_id, number, title, adopted_on)
            values (:ownerId, :id, :planId, :number, :title, :adoptedOn)""")
    void insertVersion(UUID ownerId, UUID id, UUID planId, int number, String title, @Nullable LocalDate adoptedOn);

    @Query("""
            update plan_version set adopted_on = :adoptedOn, adopted_month_only = :monthOnly, version = version + 1
            where owner_id = :ownerId and id = :id and adopted_on is null""")
    long adopt(UUID ownerId, UUID id, LocalDate adoptedOn, boolean monthOnly);

    @Query("""
            insert into section (owner_id, id, plan_version_id, parent_id, level, position, number, title, body)
            values (:ownerId, :id, :planVersionId, :parentId, :level, :position, :number, :title, :body)""")
    void insertSection(
            UUID ownerId,
            UUID id,
            UUID planVersionId,
            @Nullable UUID parentId,
            int level,
            int position,
            String number,
            String title,
            String body);

    @Query("""
            insert into initiative (owner_id, id, plan_version_id, section_id, position, title, municipalities)
            values (:ownerId, :id, :planVersionId, :sectionId, :position, :title,
                    string_to_array(:municipalities, E'\\t'))""")
    void insertInitiative(
            UUID ownerId,
            UUID id,
            UUID planVersionId,
            UUID sectionId,
            int position,
            String title,
            String municipalities);

    @Query("""
            insert into initiative_span (owner_id, plan_version_id, initiative_id, first_fiscal_year, last_fiscal_year,
                                         text)
            values (:ownerId, :planVersionId, :initiativeId, :firstFiscalYear, :lastFiscalYear, :text)""")
    void insertSpan(
            UUID ownerId, UUID planVersionId, UUID initiativeId, int firstFiscalYear, int lastFiscalYear, String text);

    @Query("select id from plan where owner_id = :ownerId and id = :planId for update")
    Optional<UUID> lock(UUID ownerId, UUID planId);

    @Query("""
            insert into section (owner_id, id, plan_version_id, parent_id, level, position, number, title, body)
            select owner_id, id, :to, parent_id, level, position, number, title, body
            from section where owner_id = :ownerId and plan_version_id = :from""")
    void copySections(UUID ownerId, UUID from, UUID to);

    @Query("""
            insert into initiative (owner_id, id, plan_version_id, section_id, position, title, municipalities)
            select owner_id, id, :to, section_id, position, title, municipalities
            from initiative where owner_id = :ownerId and plan_version_id = :from""")
    void copyInitiatives(UUID ownerId, UUID from, UUID to);

    @Query("""
            insert into initiative_span (owner_id, plan_version_id, initiative_id, first_fiscal_year, last_fiscal_year,
                                         text)
            select owner_id, :to, initiative_id, first_fiscal_year, last_fiscal_year, text
            from initiative_span where owner_id = :ownerId and plan_version_id = :from""")
    void copySpans(UUID ownerId, UUID from, UUID to);

    @Query("select set_config('app.spelling', :spelling, true)")
    String spelling(String spelling);

    @Query("""
            update section set title = :title, body = :body
            where owner_id = :ownerId and plan_version_id = :planVersionId and id = :id""")
    long spellSection(UUID ownerId, UUID planVersionId, UUID id, String title, String body);

    @Query("""
            delete from initiative_span t using plan_version v
            where v.owner_id = t.owner_id and v.id = t.plan_version_id
              and t.owner_id = :ownerId and v.plan_id = :planId""")
    void deleteSpans(UUID ownerId, UUID planId);

    @Query("""
            delete from initiative i using plan_version v
            where v.owner_id = i.owner_id and v.id = i.plan_version_id
              and i.owner_id = :ownerId and v.plan_id = :planId""")
    void deleteInitiatives(UUID ownerId, UUID planId);

    @Query("""
            delete from section s using plan_version v
            where v.owner_id = s.owner_id and v.id = s.plan_version_id
              and s.owner_id = :ownerId and v.plan_id = :planId""")
    void deleteSections(UUID ownerId, UUID planId);

    @Query("""
            delete from section_identity i
            where i.owner_id = :ownerId
              and not exists (select from section s where s.owner_id = i.owner_id and s.id = i.id)""")
    void forgetSections(UUID ownerId);

    @Query("""
            delete from initiative_identity i
            where i.owner_id = :ownerId
              and not exists (select from initiative t where t.owner_id = i.owner_id and t.id = i.id)""")
    void forgetInitiatives(UUID ownerId);

    @Query("delete from initiative_span where owner_id = :ownerId and plan_version_id = :versionId")
    void deleteSpansOfVersion(UUID ownerId, UUID versionId);

    @Query("delete from initiative where owner_id = :ownerId and plan_version_id = :versionId")
    void deleteInitiativesOfVersion(UUID ownerId, UUID versionId);

    @Query("delete from section where owner_id = :ownerId and plan_version_id = :versionId")
    void deleteSectionsOfVersion(UUID ownerId, UUID versionId);

    @Query("delete from plan_version where owner_id = :ownerId and id = :versionId and adopted_on is null")
    long deleteDraft(UUID ownerId, UUID versionId);

    @Query("delete from plan_version where owner_id = :ownerId and plan_id = :planId")
    void deleteVersions(UUID ownerId, UUID planId);

    @Query("delete from plan where owner_id = :ownerId and id = :planId")
    void deletePlan(UUID ownerId, UUID planId);
}
