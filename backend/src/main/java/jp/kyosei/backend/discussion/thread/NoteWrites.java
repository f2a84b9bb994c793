package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of notes and of what a person keeps of them; arrays travel as PostgreSQL's text form. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoteWrites extends GenericRepository<NoteEntity, UUID> {
    @Query("""
            insert into note (owner_id, id, plan_id, fiscal_year, meeting_id, indicator_id, section_number, kind, visibility,
                              text, author_id, author_name, author_standing, author_town, written_at, last_activity_at,
                              last_actor_id)
            values (:ownerId, :id, :planId, :fiscalYear, :meetingId, :indicatorId, :sectionNumber, :kind, :visibility, :text,
                    :authorId, :authorName, :authorStanding, :authorTown, :writtenAt, :writtenAt, :authorId)""")
    void insertNote(NoteEntity note);

    /** @return 0 if the version is another */
    @Query("""
            update note set kind = :kind, text = :text, edited_at = :at, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long edit(UUID ownerId, UUID id, long expectedVersion, String kind, String text, Instant at);

    /** @return 0 if the version is another */
    @Query("""
            update note set withdrawn_at = :at, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long withdraw(UUID ownerId, UUID id, long expectedVersion, Instant at);

    /** @return 0 if the version is another */
    @Query("""
            update note set visibility = :visibility, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long show(UUID ownerId, UUID id, long expectedVersion, String visibility);

    /** @return 0 if the version is another */
    @Query("""
            update note set state = :state, version = version + 1, last_activity_at = :at, last_actor_id = :person
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long turn(UUID ownerId, UUID id, long expectedVersion, String state, UUID person, Instant at);

    /** Something was added to the thread. */
    @Query("""
            update note set state = :state, version = version + 1, last_activity_at = :at, last_actor_id = :person
            where owner_id = :ownerId and id = :id""")
    void touch(UUID ownerId, UUID id, String state, UUID person, Instant at);

    @Query("""
            update note set assigned_town = :town, assigned_department_id = :department, version = version + 1
            where owner_id = :ownerId and id = any (cast(:notes as uuid[]))""")
    void assign(UUID ownerId, String notes, @Nullable String town, @Nullable UUID department);

    @Query("""
            insert into note_mark (owner_id, note_id, person_id, read_at)
            select n.owner_id, n.id, :person, :at from note n
            where n.owner_id = :ownerId and n.plan_id = :planId and n.id = any (cast(:notes as uuid[]))
            on conflict (owner_id, person_id, note_id) do update set read_at = excluded.read_at""")
    void markRead(UUID ownerId, UUID planId, String notes, UUID person, Instant at);

    @Query("""
            insert into follower (owner_id, person_id, subject_id) values (:ownerId, :person, :subject)
            on conflict (owner_id, person_id, subject_id) do nothing""")
    void follow(UUID ownerId, UUID person, UUID subject);

    @Query("delete from follower where owner_id = :ownerId and person_id = :person and subject_id = :subject")
    void unfollow(UUID ownerId, UUID person, UUID subject);
}
