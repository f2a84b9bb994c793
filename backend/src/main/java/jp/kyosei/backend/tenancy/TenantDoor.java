package jp.kyosei.backend.tenancy;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The one door to tenant data: a transaction opened for an identified actor, which sets the row-level-security context
 * before the first statement. Without it the database shows no rows at all.
 */
@Singleton
public class TenantDoor {
    /** {@code set_config(…, true)} is SET LOCAL with bind parameters; all settings in one statement. */
    private static final String ENTER = """
            select set_config('app.person', ?, true), set_config('app.operator', ?, true),
                   set_config('app.readable_owners', ?, true), set_config('app.listed_owners', ?, true),
                   set_config('app.writable_owners', ?, true), set_config('app.administered_owners', ?, true),
                   set_config('app.council_owners', ?, true), set_config('app.member_owners', ?, true),
                   set_config('app.discussing_owners', ?, true), set_config('app.kept_owners', ?, true),
                   set_config('app.subject', '', true), set_config('app.towns', '{}', true),
                   set_config('app.mailer', '', true), set_config('app.public', '', true)""";

    /** Nobody's context: no person, no owner, only the mailer's own policies. */
    private static final String ENTER_AS_MAILER = """
            select set_config('app.mailer', 'true', true), set_config('app.person', '', true),
                   set_config('app.operator', '', true), set_config('app.readable_owners', '', true),
                   set_config('app.listed_owners', '', true), set_config('app.writable_owners', '', true),
                   set_config('app.administered_owners', '', true), set_config('app.council_owners', '', true),
                   set_config('app.member_owners', '', true), set_config('app.discussing_owners', '', true),
                   set_config('app.kept_owners', '', true), set_config('app.subject', '', true),
                   set_config('app.towns', '', true), set_config('app.public', '', true)""";

    /** Nobody's context as well: only what owners have published. */
    private static final String ENTER_AS_PUBLIC = """
            select set_config('app.public', 'true', true), set_config('app.person', '', true),
                   set_config('app.operator', '', true), set_config('app.readable_owners', '', true),
                   set_config('app.listed_owners', '', true), set_config('app.writable_owners', '', true),
                   set_config('app.administered_owners', '', true), set_config('app.council_owners', '', true),
                   set_config('app.member_owners', '', true), set_config('app.discussing_owners', '', true),
                   set_config('app.kept_owners', '', true), set_config('app.subject', '', true),
                   set_config('app.towns', '', true), set_config('app.mailer', '', true)""";

    private static final String CONTEXT_NOT_SET = "the row-level-security context could not be set";

    private final TransactionOperations<Connection> transactions;
    private final AccessPolicy policy;

    TenantDoor(TransactionOperations<Connection> transactions, AccessPolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    /** Reads in one consistent snapshot; nothing can be written. Inside a write it reads what was written so far. */
    public <T> T read(Actor actor, Supplier<T> work) {
        boolean writing = transactions
                .findTransactionStatus()
                .map(outer -> !outer.getTransactionDefinition().isReadOnly().orElse(false))
                .orElse(false);
        if (writing) {
            // Entering as a reader would take the rights to write from what comes after.
            return write(actor, work);
        }
        return sayingWhichText(() -> transactions.execute(TransactionDefinition.READ_ONLY, status -> {
            enter(status.getConnection(), actor, Set.of(), Set.of(), Set.of());
            return work.get();
        }));
    }

    /**
     * Writes all or nothing.
     *
     * @throws WrongTextException if the database takes a text for too long or for none, although no service has found so
     */
    public <T> T write(Actor actor, Supplier<T> work) {
        return sayingWhichText(() -> transactions.executeWrite(status -> {
            enter(
                    status.getConnection(),
                    actor,
                    policy.writableOwners(actor),
                    policy.administeredOwners(actor),
                    policy.discussingOwners(actor));
            return work.get();
        }));
    }

    private static <T> T sayingWhichText(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw RefusedTexts.of(e).<RuntimeException>map(refused -> refused).orElse(e);
        }
    }

    /**
     * Finds the addressees of notices and sends letters, for no actor: sees notices, letters, who holds which role, and
     * when meetings take comments; of plans and notes nothing. For mail and what is announced on its day alone.
     */
    public <T> T dispatch(Supplier<T> work) {
        return transactions.executeWrite(status -> {
            enterAsNobody(status.getConnection(), ENTER_AS_MAILER);
            return work.get();
        });
    }

    /**
     * Reads what owners have published and is in force, for no actor: no plan, no figure, no person, nothing withdrawn.
     *
     * @throws IllegalStateException within another transaction, which would go on with this context
     */
    public <T> T published(Supplier<T> work) {
        if (transactions.findTransactionStatus().isPresent()) {
            throw new IllegalStateException("the public reads in a transaction of its own");
        }
        return transactions.execute(TransactionDefinition.READ_ONLY, status -> {
            enterAsNobody(status.getConnection(), ENTER_AS_PUBLIC);
            return work.get();
        });
    }

    private static void enterAsNobody(Connection connection, String context) {
        try (PreparedStatement statement = connection.prepareStatement(context)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(CONTEXT_NOT_SET, e);
        }
    }

    private void enter(
            Connection connection,
            Actor actor,
            Set<OwnerId> writableOwners,
            Set<OwnerId> administeredOwners,
            Set<OwnerId> discussingOwners) {
        String readable = array(actor.readableOwners());
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, actor.person().value().toString());
            statement.setString(2, Boolean.toString(actor.operator()));
            statement.setString(3, readable);
            statement.setString(4, readable);
            statement.setString(5, array(writableOwners));
            statement.setString(6, array(administeredOwners));
            statement.setString(7, array(policy.councilOwners(actor)));
            statement.setString(8, array(policy.memberOwners(actor)));
            statement.setString(9, array(discussingOwners));
            statement.setString(10, array(policy.keptOwners(actor)));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(CONTEXT_NOT_SET, e);
        }
    }

    private static String array(Collection<OwnerId> owners) {
        return SqlArrays.of(owners.stream().map(OwnerId::value).toList());
    }
}
