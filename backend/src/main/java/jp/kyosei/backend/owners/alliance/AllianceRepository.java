package jp.kyosei.backend.owners.alliance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AllianceRepository extends GenericRepository<AgreementRow, UUID> {
    @Query("""
            insert into alliance_member (owner_id, municipality_code, centre, first_fiscal_year)
            values (:ownerId, :municipalityCode, :centre, :firstFiscalYear)""")
    void insertMember(UUID ownerId, String municipalityCode, boolean centre, int firstFiscalYear);

    @Query("""
            update alliance_member set last_fiscal_year = :lastFiscalYear
            where owner_id = :ownerId and municipality_code = :municipalityCode
              and first_fiscal_year = :firstFiscalYear""")
    long endMember(UUID ownerId, String municipalityCode, int firstFiscalYear, int lastFiscalYear);

    @Query("""
            select owner_id, id, municipality_code, centre_code, kind, resolved_on, title, text, recorded_at,
                   recorded_by_name
            from alliance_agreement
            where owner_id = :ownerId
            order by municipality_code, resolved_on, recorded_at""")
    List<AgreementRow> agreements(UUID ownerId);

    @Query("""
            insert into alliance_agreement (owner_id, id, municipality_code, centre_code, kind, resolved_on, title, text,
                                            recorded_at, recorded_by_name)
            values (:ownerId, :id, :municipalityCode, :centreCode, :kind, :resolvedOn, :title, :text,
                    :recordedAt, :recordedByName)""")
    void insertAgreement(AgreementRow agreement);

    @Query("""
            select municipality_code, department, name, mail, telephone
            from member_contact
            where owner_id = :ownerId""")
    List<ContactRow> contacts(UUID ownerId);

    @Query("""
            insert into member_contact (owner_id, municipality_code, department, name, mail, telephone)
            values (:ownerId, :municipalityCode, :department, :name, :mail, :telephone)
            on conflict on constraint member_contact_pk do update
            set department = excluded.department, name = excluded.name, mail = excluded.mail,
                telephone = excluded.telephone""")
    void keepContact(
            UUID ownerId, String municipalityCode, String department, String name, String mail, String telephone);
}
