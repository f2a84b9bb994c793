package jp.kyosei.backend.tenancy;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one door to tenant data: a transaction opened for an identified actor, which sets the row-level-security context
 * before the first statement. Without it the database shows no rows at all.
 */
@Singleton
public class TenantDoor {
    /** Nobody's context: no person, no owner, only the mailer's own policies. */
    private static final Map<ContextSetting, String> MAILER = Map.of(ContextSetting.MAILER, "true");

    /** Nobody's context as well: only what owners have published. */
    private static final Map<ContextSetting, String> PUBLIC = Map.of(ContextSetting.PUBLIC, "true");

    /** Nobody's context as well: invitations, and the accounts to which they lead. */
    private static final Map<ContextSetting, String> ACCOUNTS = Map.of(ContextSetting.ACCOUNTS, "true");

    /** Nobody's context: archives that were ordered, owners that are to end. */
    private static final Map<ContextSetting, String> ARCHIVIST = Map.of(ContextSetting.ARCHIVIST, "true");

    private static final TransactionDefinition SNAPSHOT = new TransactionDefinition() {
        @Override
        public Optional<Isolation> getIsolationLevel() {
            return Optional.of(Isolation.REPEATABLE_READ);
        }

        @Override
        public Optional<Boolean> isReadOnly() {
            return Optional.of(true);
        }
    };

    private static final String CONTEXT_NOT_SET = "the row-level-security context could not be set";

    private final TransactionOperations<Connection> transactions;

    TenantDoor(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Reads in one consistent snapshot; nothing can be written. Inside a write it reads what was written so far. */
    public <T> T read(Actor actor, Supplier<T> work) {
        if (actor.operator()) {
            SecurityLog.readsOfOthers(actor, "as operator", null);
        }
        boolean writing = transactions
                .findTransactionStatus()
                .map(outer -> !outer.getTransactionDefinition().isReadOnly().orElse(false))
                .orElse(false);
        if (writing) {
            // Entering as a reader would take the rights to write from what comes after.
            return write(actor, work);
        }
        return sayingWhichText(() -> transactions.execute(TransactionDefinition.READ_ONLY, status -> {
            enter(status.getConnection(), reader(actor));
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
            enter(status.getConnection(), writer(actor));
            return work.get();
        }));
    }

    /**
     * Writes all or nothing, and may take minutes: what a whole file brings, what a whole year publishes. Other work is given
     * up after the time that {@code KYOSEI_DB_STATEMENT_TIMEOUT} grants each statement. Errors as {@link #write}.
     */
    public <T> T writeForLong(Actor actor, Supplier<T> work) {
        return sayingWhichText(() -> transactions.executeWrite(status -> {
            enter(status.getConnection(), writer(actor), ContextSetting.ENTER_FOR_LONG);
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
            enter(status.getConnection(), MAILER);
            return work.get();
        });
    }

    /**
     * Makes accounts for those who are invited, for no actor: sees invitations, and gives whoever accepts one the roles that it
     * names. For the feature of accounts alone.
     */
    public <T> T accounts(Supplier<T> work) {
        return transactions.executeWrite(status -> {
            enter(status.getConnection(), ACCOUNTS);
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
            enter(status.getConnection(), PUBLIC);
            return work.get();
        });
    }

    /**
     * Works off ordered archives and announced ends of owners, for no actor: sees those of all owners, and of plans, figures and
     * people nothing.
     */
    public <T> T archivist(Supplier<T> work) {
        return transactions.executeWrite(status -> {
            enter(status.getConnection(), ARCHIVIST, ContextSetting.ENTER_FOR_LONG);
            return work.get();
        });
    }

    /**
     * Reads all of one owner in one snapshot, for no actor, through the cursors of {@code open_archive} alone: the tables
     * themselves show nothing. For archives, which only the owner's admin is given.
     *
     * @throws IllegalStateException within another transaction, which would go on with this context
     */
    public <T> T leaving(OwnerId owner, Supplier<T> work) {
        if (transactions.findTransactionStatus().isPresent()) {
            throw new IllegalStateException("an archive is read in a transaction of its own");
        }
        return transactions.execute(SNAPSHOT, status -> {
            enter(
                    status.getConnection(),
                    Map.of(ContextSetting.LEAVING_OWNER, owner.value().toString()),
                    ContextSetting.ENTER_FOR_LONG);
            return work.get();
        });
    }

    private static Map<ContextSetting, String> reader(Actor actor) {
        Map<ContextSetting, String> context = new EnumMap<>(ContextSetting.class);
        String readable = array(actor.readableOwners());
        context.put(ContextSetting.PERSON, actor.person().value().toString());
        context.put(ContextSetting.OPERATOR, Boolean.toString(actor.operator()));
        context.put(ContextSetting.READABLE_OWNERS, readable);
        context.put(ContextSetting.LISTED_OWNERS, readable);
        context.put(ContextSetting.COUNCIL_OWNERS, array(OwnersInContext.council(actor)));
        context.put(ContextSetting.MEMBER_OWNERS, array(OwnersInContext.members(actor)));
        context.put(ContextSetting.KEPT_OWNERS, array(OwnersInContext.kept(actor)));
        // What only the admin reads, such as changes of staff that are not announced yet; nothing is written in this
        // context.
        context.put(ContextSetting.ADMINISTERED_OWNERS, array(OwnersInContext.administered(actor)));
        context.put(ContextSetting.LAST_YEARS, years(actor.lastYears()));
        return context;
    }

    private static Map<ContextSetting, String> writer(Actor actor) {
        Map<ContextSetting, String> context = reader(actor);
        context.put(ContextSetting.WRITABLE_OWNERS, array(OwnersInContext.writable(actor)));
        context.put(ContextSetting.DISCUSSING_OWNERS, array(OwnersInContext.discussing(actor)));
        return context;
    }

    /** Sets every setting in one statement: what the context does not name is empty, whatever it was before. */
    private static void enter(Connection connection, Map<ContextSetting, String> context) {
        enter(connection, context, ContextSetting.ENTER);
    }

    private static void enter(Connection connection, Map<ContextSetting, String> context, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (ContextSetting setting : ContextSetting.values()) {
                statement.setString(place++, context.getOrDefault(setting, ""));
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(CONTEXT_NOT_SET, e);
        }
    }

    /** Ids and years need no escaping in JSON. */
    private static String years(Map<OwnerId, Integer> last) {
        return last.isEmpty()
                ? ""
                : last.entrySet().stream()
                        .map(entry -> "\"%s\":%d".formatted(entry.getKey().value(), entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(Collection<OwnerId> owners) {
        return SqlArrays.of(owners.stream().map(OwnerId::value).toList());
    }
}
