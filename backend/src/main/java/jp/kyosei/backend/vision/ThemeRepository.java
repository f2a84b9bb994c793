package jp.kyosei.backend.vision;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThemeRepository extends GenericRepository<ThemeRow, UUID> {
    @Query("""
            select id, title, version from vision_theme
            where owner_id = :ownerId and plan_id = :planId
            order by position, id""")
    List<ThemeRow> ofPlan(UUID ownerId, UUID planId);

    @Query("""
            insert into vision_theme (owner_id, id, plan_id, position, title)
            select :ownerId, :id, :planId, coalesce(max(position), 0) + 1, :title
            from vision_theme where owner_id = :ownerId and plan_id = :planId""")
    void insert(UUID ownerId, UUID id, UUID planId, String title);

    /** @return 0 if the version is another */
    @Query("""
            update vision_theme set title = :title, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long rename(UUID ownerId, UUID id, long expectedVersion, String title);

    /** @return 0 if the version is another */
    @Query("delete from vision_theme where owner_id = :ownerId and id = :id and version = :expectedVersion")
    long remove(UUID ownerId, UUID id, long expectedVersion);
}
