package jp.kyosei.backend.owners.register;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RegisterRepository extends GenericRepository<MunicipalityRow, String> {
    /** Those whose code or reading begins so, or whose name with its prefecture holds it; whole names first. */
    @Query("""
            select m.code, m.name, m.kana, m.prefecture, m.romaji, o.slug as owner_slug
            from municipality m
            left join owner o on o.municipality_code = m.code
            where m.code like :words || '%' or m.kana like :words || '%' or m.romaji like :words || '%'
               or strpos(m.prefecture || m.name, :words) > 0
            order by m.name <> :words, m.code
            limit :most offset :offset""")
    List<MunicipalityRow> search(String words, int offset, int most);

    @Query("""
            select m.code, m.name, m.kana, m.prefecture, m.romaji, o.slug as owner_slug
            from municipality m
            left join owner o on o.municipality_code = m.code
            where m.code = :code""")
    Optional<MunicipalityRow> municipality(String code);

    @Query("select as_of, source from municipality_register")
    Optional<EditionRow> edition();

    @Query("""
            insert into municipality (code, name, prefecture) values (:code, :name, :prefecture)
            on conflict (code) do nothing""")
    long insert(String code, String name, String prefecture);
}
