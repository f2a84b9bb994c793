package jp.kyosei.backend.committee;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommitteeRepository extends GenericRepository<MemberRow, UUID> {
    @Query("""
            select m.id, m.name, m.affiliation, m.office, m.remark, m.term_from, m.term_until, m.person_id, p.username,
                   m.version, m.invitation_id, i.state invitation_state
            from committee_member m
            left join person p on p.id = m.person_id
            left join invitation i on i.owner_id = m.owner_id and i.id = m.invitation_id
            where m.owner_id = :ownerId
            order by m.position, m.id""")
    List<MemberRow> members(UUID ownerId);

    @Query("""
            insert into committee_member (owner_id, id, position, name, affiliation, office, remark, term_from, term_until,
                                          person_id)
            select :ownerId, :id, coalesce(max(m.position), 0) + 1, :name, :affiliation, :office, :remark, :termFrom, :termUntil,
                   :personId
            from committee_member m
            where m.owner_id = :ownerId""")
    void insert(
            UUID ownerId,
            UUID id,
            String name,
            String affiliation,
            String office,
            String remark,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termUntil,
            @Nullable UUID personId);

    @Query("""
            update committee_member
            set name = :name, affiliation = :affiliation, office = :office, remark = :remark, term_from = :termFrom,
                term_until = :termUntil, person_id = :personId, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expected""")
    long change(
            UUID ownerId,
            UUID id,
            String name,
            String affiliation,
            String office,
            String remark,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termUntil,
            @Nullable UUID personId,
            long expected);

    @Query("update committee_member set position = :position where owner_id = :ownerId and id = :id")
    void place(UUID ownerId, UUID id, int position);

    @Query("""
            select exists (select 1
                           from committee_member
                           where owner_id = :ownerId and id <> :id and invitation_id = :invitationId)""")
    boolean isInvitedElsewhere(UUID ownerId, UUID id, UUID invitationId);

    @Query("""
            update committee_member
            set invitation_id = :invitationId, version = version + 1
            where owner_id = :ownerId and id = :id""")
    void invited(UUID ownerId, UUID id, UUID invitationId);

    @Query("""
            update committee_member
            set person_id = :personId, version = version + 1
            where owner_id = :ownerId and invitation_id = :invitationId""")
    void accepted(UUID ownerId, UUID invitationId, UUID personId);

    @Query("delete from committee_member where owner_id = :ownerId and id = :id")
    long delete(UUID ownerId, UUID id);
}
