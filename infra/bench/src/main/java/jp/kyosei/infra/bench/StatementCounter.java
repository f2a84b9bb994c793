package jp.kyosei.infra.bench;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what the JDBC driver sends, by its own log of the wire protocol: nothing stands between it and the product. */
final class StatementCounter extends Handler {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private int executed;
    private int roundTrips;

    /**
     * What one call sends.
     *
     * @param transactionControl BEGIN and COMMIT
     * @param roundTrips how often the driver waited for the server
     */
    record Sent(int statements, int transactionControl, int roundTrips) {}

    private StatementCounter() {}

    /** @param transactions how many transactions the call opens, each with its BEGIN and COMMIT */
    static Sent count(Runnable call, int transactions) {
        StatementCounter counter = new StatementCounter();
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
        int control = 2 * transactions;
        return new Sent(counter.executed - control, control, counter.roundTrips);
    }

    @Override
    public void publish(LogRecord logged) {
        String message = logged.getMessage();
        if (message.startsWith(" FE=> Execute") || message.startsWith(" FE=> SimpleQuery")) {
            executed++;
        }
        if (message.startsWith(" FE=> Sync")) {
            roundTrips++;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
