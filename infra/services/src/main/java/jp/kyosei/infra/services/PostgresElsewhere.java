package jp.kyosei.infra.services;

/**
 * A server that somebody else started and will stop, as {@code infra/test} does once for all modules.
 *
 * @param secrets passwords of the test run
 */
record PostgresElsewhere(String host, int port, Secrets secrets) implements Postgres {
    @Override
    public void close() {
        // Not ours to stop.
    }
}
