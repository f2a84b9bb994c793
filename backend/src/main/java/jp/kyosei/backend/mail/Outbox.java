package jp.kyosei.backend.mail;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * Notices and letters as the dispatcher works them off, always inside {@code TenantDoor.dispatch}. Statements that change
 * and answer at once are outside what Micronaut Data generates.
 */
@Singleton
class Outbox {
    /**
     * Roles count in the notice's owner and in the municipalities that are its members now; a committee only in its own
     * owner. A person without an address gets a letter that has failed, so that somebody can see it.
     */
    private static final String EXPAND = """
            with claimed as materialized (
                select owner_id, id, kind, person_id, municipality_code, department_id, roles, followed, owner_only,
                       queued_by
                from notice
                where expanded_at is null
                order by queued_at
                limit 100
                for update skip locked),
            addressed as (
                select distinct c.owner_id, c.id as notice_id, g.person_id
                from claimed c
                join owner o on o.id = c.owner_id or o.municipality_code in (
                    select m.municipality_code from alliance_member m
                    where m.owner_id = c.owner_id and m.first_fiscal_year <= ?
                      and (m.last_fiscal_year is null or m.last_fiscal_year >= ?))
                join role_grant g on g.owner_id = o.id and (o.id = c.owner_id or g.role <> 'COMMITTEE')
                where case
                    when c.person_id is not null then g.person_id = c.person_id
                    when c.municipality_code is not null then
                        o.municipality_code = c.municipality_code and g.role = any (c.roles)
                        and (c.department_id is null or g.department_id is null or g.department_id = c.department_id)
                    when c.followed is not null then
                        g.role = any (c.roles) and (o.id = c.owner_id or not c.owner_only)
                        and g.person_id <> c.queued_by
                        and exists (select 1 from follower f
                            where f.owner_id = c.owner_id and f.person_id = g.person_id
                              and f.subject_id = any (c.followed))
                    else o.id = c.owner_id and g.role = any (c.roles) end),
            written as (
                insert into letter (owner_id, notice_id, person_id, address, state, next_attempt_at, last_error)
                select a.owner_id, a.notice_id, p.id, p.mail_address,
                       case when p.mail_address is null then 'FAILED' else 'WAITING' end, ?,
                       case when p.mail_address is null then 'the person has no mail address' end
                from addressed a join person p on p.id = a.person_id)
            update notice n set expanded_at = ?
            from claimed c
            where n.owner_id = c.owner_id and n.id = c.id""";

    private static final String CLAIM = """
            with due as materialized (
                select owner_id, notice_id, person_id
                from letter
                where state in ('WAITING', 'SENDING') and next_attempt_at <= ?
                order by next_attempt_at
                limit 1
                for update skip locked)
            update letter l
            set state = case when coalesce(c.wanted, true) then 'SENDING' else 'NOT_WANTED' end,
                attempts = l.attempts + 1,
                next_attempt_at = ?
            from due d
            join notice n on n.owner_id = d.owner_id and n.id = d.notice_id
            left join mail_choice c on c.person_id = d.person_id and c.kind = n.kind
            where l.owner_id = d.owner_id and l.notice_id = d.notice_id and l.person_id = d.person_id
            returning l.owner_id, l.notice_id, l.person_id, l.address, l.state = 'SENDING', l.attempts,
                      n.subject, n.body""";

    /** Whoever was overtaken because they took too long changes nothing any more: the attempts have gone on. */
    private static final String FINISH = """
            update letter set state = ?, next_attempt_at = ?, sent_at = ?, last_error = ?
            where owner_id = ? and notice_id = ? and person_id = ? and state = 'SENDING' and attempts = ?""";

    private final JdbcOperations jdbc;

    Outbox(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the letters of notices that nobody else is just expanding; how many notices. */
    int expand(FiscalYear year, Instant now) {
        return jdbc.prepareStatement(EXPAND, statement -> {
            statement.setInt(1, year.year());
            statement.setInt(2, year.year());
            statement.setObject(3, at(now));
            statement.setObject(4, at(now));
            return statement.executeUpdate();
        });
    }

    /**
     * Takes the letter that has been due for longest and that nobody else is taking, or closes it if it is not wanted.
     *
     * @param droppedAt from when on it counts as dropped, should this process say no more of it
     */
    Optional<Letter> claim(Instant now, Instant droppedAt) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setObject(1, at(now));
            statement.setObject(2, at(droppedAt));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(letter(row)) : Optional.empty();
            }
        });
    }

    void markSent(Letter letter, Instant now) {
        finish(letter, "SENT", now, now, null);
    }

    void putBack(Letter letter, Instant nextAttempt, String error) {
        finish(letter, "WAITING", nextAttempt, null, error);
    }

    void giveUp(Letter letter, Instant now, String error) {
        finish(letter, "FAILED", now, null, error);
    }

    private void finish(
            Letter letter, String state, Instant nextAttempt, @Nullable Instant sentAt, @Nullable String error) {
        jdbc.prepareStatement(FINISH, (PreparedStatement statement) -> {
            statement.setString(1, state);
            statement.setObject(2, at(nextAttempt));
            statement.setObject(3, sentAt == null ? null : at(sentAt));
            statement.setString(4, error);
            statement.setObject(5, letter.ownerId());
            statement.setObject(6, letter.noticeId());
            statement.setObject(7, letter.personId());
            statement.setInt(8, letter.attempts());
            return statement.executeUpdate();
        });
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
