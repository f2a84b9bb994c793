package jp.kyosei.backend.mail;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * Letters as the dispatcher works them off, always inside {@code TenantDoor.dispatch}. Statements that change
 * and answer at once are outside what Micronaut Data generates.
 */
@Singleton
class Outbox {
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
            returning l.owner_id, l.notice_id, l.person_id, l.address, l.state = 'SENDING', l.attempts, l.stands_in""";

    /** What a letter tells: its notice and those gathered into it, or those that reached nobody, each with where it went. */
    private static final String PARTS = """
            select concat_ws(' ', t.name, d.name) as place, coalesce(array_to_string(n.roles, ','), '') as roles,
                   n.subject, n.body, coalesce(n.list_head, '') as head, coalesce(n.listed, '') as listed,
                   coalesce(n.listed_count, 0) as listed_count, coalesce(n.closing, '') as closing
            from notice n
            left join municipality t on t.code = n.municipality_code
            left join department d on d.id = n.department_id
            where n.owner_id = ? and case when ? then n.unheld_into else coalesce(n.gathered_into, n.id) end = ?
            order by n.queued_at, t.code, d.code, n.id""";

    /** Whoever was overtaken because they took too long changes nothing any more: the attempts have gone on. */
    private static final String FINISH = """
            update letter set state = ?, next_attempt_at = ?, sent_at = ?, last_error = ?
            where owner_id = ? and notice_id = ? and person_id = ? and state = 'SENDING' and attempts = ?""";

    private final JdbcOperations jdbc;

    Outbox(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the letter that has been due for longest and that nobody else is taking, or closes it if it is not wanted.
     *
     * @param droppedAt from when on it counts as dropped, should this process say no more of it
     */
    Optional<Letter> claim(Instant now, Instant droppedAt) {
        return claimed(now, droppedAt).map(this::written);
    }

    private Optional<Claimed> claimed(Instant now, Instant droppedAt) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setObject(1, at(now));
            statement.setObject(2, at(droppedAt));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row(row)) : Optional.empty();
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

    private Letter written(Claimed claimed) {
        List<NoticePart> parts = parts(claimed);
        return new Letter(
                claimed.ownerId(),
                claimed.noticeId(),
                claimed.personId(),
                claimed.address(),
                claimed.wanted(),
                claimed.attempts(),
                LetterText.subject(parts, claimed.standsIn()),
                LetterText.body(parts, claimed.standsIn()));
    }

    private List<NoticePart> parts(Claimed claimed) {
        return jdbc.prepareStatement(PARTS, statement -> {
            statement.setObject(1, claimed.ownerId());
            statement.setBoolean(2, claimed.standsIn());
            statement.setObject(3, claimed.noticeId());
            List<NoticePart> parts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    parts.add(new NoticePart(
                            row.getString("place"),
                            row.getString("roles")
                                    .lines()
                                    .flatMap(roles -> Arrays.stream(roles.split(",", -1)))
                                    .map(Role::valueOf)
                                    .toList(),
                            row.getString("subject"),
                            row.getString("body"),
                            row.getString("head"),
                            row.getString("listed").lines().toList(),
                            row.getInt("listed_count"),
                            row.getString("closing")));
                }
            }
            return parts;
        });
    }

    private static Claimed row(ResultSet row) throws SQLException {
        return new Claimed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getBoolean(7));
    }

    /** A letter that is claimed and not yet put into words. */
    private record Claimed(
            UUID ownerId,
            UUID noticeId,
            UUID personId,
            String address,
            boolean wanted,
            int attempts,
            boolean standsIn) {}

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
