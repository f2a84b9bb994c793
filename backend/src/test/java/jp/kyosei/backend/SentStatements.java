package jp.kyosei.backend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what the JDBC driver sends, by its own log of the wire protocol: nothing stands between it and the product. What
 * other threads send at the same time, as those that follow changes, is not counted.
 */
public final class SentStatements extends Handler {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    /** What the pool asks of a connection that has lain idle for half a second, which on a slow machine is soon over. */
    private static final String ALIVE = "query=\"SELECT 1\"";

    private final long caller = Thread.currentThread().threadId();
    private final AtomicInteger executed = new AtomicInteger();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private boolean asksWhetherAlive;

    private SentStatements() {}

    /**
     * How many statements the call sends beside the BEGIN and COMMIT of its transactions.
     *
     * @param transactions how many the call opens
     */
    public static int count(Runnable call, int transactions) {
        return counted(call).executed.get() - 2 * transactions;
    }

    /** How often the call waits for the database; a batch is sent at once, however many rows it has. */
    public static int roundTrips(Runnable call) {
        return counted(call).roundTrips.get();
    }

    private static SentStatements counted(Runnable call) {
        SentStatements counter = new SentStatements();
        counter.setLevel(Level.ALL);
        boolean parents = DRIVER.getUseParentHandlers();
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
        try {
            call.run();
        } finally {
            DRIVER.setLevel(Level.OFF);
            DRIVER.removeHandler(counter);
            DRIVER.setUseParentHandlers(parents);
        }
        return counter;
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getLongThreadID() != caller) {
            return;
        }
        String message = logged.getMessage();
        if (message.startsWith(" FE=> Parse")) {
            asksWhetherAlive = message.contains(ALIVE);
        }
        if (asksWhetherAlive) {
            asksWhetherAlive = !message.startsWith(" FE=> Sync");
            return;
        }
        if (message.startsWith(" FE=> Execute") || message.startsWith(" FE=> SimpleQuery")) {
            executed.incrementAndGet();
        }
        if (message.startsWith(" FE=> Sync")) {
            roundTrips.incrementAndGet();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
