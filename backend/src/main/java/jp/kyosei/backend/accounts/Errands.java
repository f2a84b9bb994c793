package jp.kyosei.backend.accounts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Errands as the worker works them off, always inside {@code TenantDoor.accounts}. Statements that change and answer at
 * once are outside what Micronaut Data generates.
 */
@Singleton
class Errands {
    /** Those of one invitation are done one after the other, in the order in which they were asked for. */
    private static final String CLAIM = """
            with due as materialized (
                select e.owner_id, e.id
                from account_errand e
                where e.state in ('WAITING', 'DOING') and e.next_attempt_at <= ?
                  and not exists (
                    select from account_errand before
                    where before.owner_id = e.owner_id and before.invitation_id = e.invitation_id
                      and before.state in ('WAITING', 'DOING')
                      and (before.queued_at, before.id) < (e.queued_at, e.id))
                order by e.next_attempt_at
                limit 1
                for update skip locked)
            update account_errand e
            set state = 'DOING', attempts = e.attempts + 1, next_attempt_at = ?
            from due d
            left join account_errand self on self.owner_id = d.owner_id and self.id = d.id
            left join invitation_account a on a.owner_id = d.owner_id and a.invitation_id = self.invitation_id
            where e.owner_id = d.owner_id and e.id = d.id
            returning e.owner_id, e.id, e.kind, e.invitation_id, coalesce(e.subject, a.subject) as subject,
                      coalesce(a.made_for_it, false) as made, e.attempts""";

    /** Whoever was overtaken because they took too long changes nothing any more: the attempts have gone on. */
    private static final String FINISH = """
            update account_errand set state = ?, next_attempt_at = ?, last_error = ?
            where owner_id = ? and id = ? and state = 'DOING' and attempts = ?""";

    private static final String KEEP_ACCOUNT = """
            insert into invitation_account (owner_id, invitation_id, subject, made_for_it) values (?, ?, ?, ?)
            on conflict (owner_id, invitation_id) do update set subject = excluded.subject, made_for_it = excluded.made_for_it""";

    /** Whether another invitation leads to the account, or a person has it: then it is not ours to remove. */
    private static final String IS_NEEDED = """
            select exists (select from invitation_account a
                           join invitation i on i.owner_id = a.owner_id and i.id = a.invitation_id
                           where a.subject = ? and i.id <> ? and i.state in ('WAITING', 'SENT'))
                or exists (select from person p where p.subject = ?)""";

    private static final String OWNER = "select slug, name from owner where id = ?";

    private final JdbcOperations jdbc;

    Errands(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the errand that has been due for longest and that nobody else is taking.
     *
     * @param droppedAt from when on it counts as dropped, should this process say no more of it
     */
    Optional<Errand> claim(Instant now, Instant droppedAt) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setObject(1, at(now));
            statement.setObject(2, at(droppedAt));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Errand(
                                row.getObject("owner_id", UUID.class),
                                row.getObject("id", UUID.class),
                                ErrandKind.valueOf(row.getString("kind")),
                                row.getObject("invitation_id", UUID.class),
                                row.getString("subject"),
                                row.getBoolean("made"),
                                row.getInt("attempts")))
                        : Optional.empty();
            }
        });
    }

    void done(Errand errand, Instant now) {
        finish(errand, "DONE", now, null);
    }

    void putBack(Errand errand, Instant nextAttempt, String error) {
        finish(errand, "WAITING", nextAttempt, error);
    }

    void giveUp(Errand errand, Instant now, String error) {
        finish(errand, "FAILED", now, error);
    }

    void keepAccount(UUID owner, UUID invitation, String subject, boolean made) {
        jdbc.prepareStatement(KEEP_ACCOUNT, statement -> {
            statement.setObject(1, owner);
            statement.setObject(2, invitation);
            statement.setString(3, subject);
            statement.setBoolean(4, made);
            return statement.executeUpdate();
        });
    }

    boolean isNeeded(String subject, UUID invitation) {
        return jdbc.prepareStatement(IS_NEEDED, statement -> {
            statement.setString(1, subject);
            statement.setObject(2, invitation);
            statement.setString(3, subject);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    /** Slug and name of an owner. */
    InvitingOwner owner(UUID owner) {
        return jdbc.prepareStatement(OWNER, statement -> {
            statement.setObject(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("an invitation without an owner");
                }
                return new InvitingOwner(row.getString("slug"), row.getString("name"));
            }
        });
    }

    private void finish(Errand errand, String state, Instant nextAttempt, @Nullable String error) {
        jdbc.prepareStatement(FINISH, (PreparedStatement statement) -> {
            statement.setString(1, state);
            statement.setObject(2, at(nextAttempt));
            statement.setString(3, error);
            statement.setObject(4, errand.ownerId());
            statement.setObject(5, errand.id());
            statement.setInt(6, errand.attempts());
            return statement.executeUpdate();
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Who invites. */
    record InvitingOwner(String slug, String name) {}
}
