package jp.kyosei.backend.report.order;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.tenancy.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes reports beside the request that asked for them, so that none ends because it takes long. What is ready is kept in memory
 * for a while, for the person who ordered it and nobody else.
 */
@Singleton
public final class ReportOrders {
    private static final Logger LOG = LoggerFactory.getLogger(ReportOrders.class);
    private static final Duration FIRST_GUESS = Duration.ofSeconds(10);

    private final Duration patience;
    private final Duration kept;
    private final int most;
    private final Map<UUID, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Duration> lately = new ConcurrentHashMap<>();

    /**
     * @param patience how long a request waits for its report before it is told to come again: less than the minute that a
     *     proxy gives it
     * @param kept how long a report is kept for whoever ordered it
     * @param most how many are kept; the oldest goes first
     */
    ReportOrders(
            @Value("${kyosei.reports.patience:50s}") Duration patience,
            @Value("${kyosei.reports.kept:15m}") Duration kept,
            @Value("${kyosei.reports.most-kept:40}") int most) {
        this.patience = patience;
        this.kept = kept;
        this.most = most;
    }

    /**
     * Begins to make a report.
     *
     * @param what such as {@code results.pdf}: reports of a kind take about as long
     * @param making makes it, with the rights held at that moment; what it throws is kept with the order
     */
    public Order begin(Actor actor, String what, Supplier<ReportFile> making) {
        forgetOld();
        Order order = new Order(actor.person(), lately.getOrDefault(what, FIRST_GUESS));
        orders.put(order.id(), order);
        long started = System.nanoTime();
        Thread.ofVirtual().name("report-" + order.id()).start(() -> {
            try {
                order.ready(making.get());
                lately.put(what, Duration.ofNanos(System.nanoTime() - started));
            } catch (RuntimeException e) {
                LOG.debug("a report was not made", e);
                order.failed(e);
            }
        });
        return order;
    }

    /** Waits for an order as long as a request may. */
    public Order waited(Order order) {
        if (order.await(patience)) {
            LOG.trace("report {} was made at once", order.id());
        }
        return order;
    }

    /** @throws OrderGoneException if there is no such order, it is another person's, or it is no longer kept */
    public Order find(Actor actor, UUID id) {
        forgetOld();
        Order order = orders.get(id);
        if (order == null || !order.isOf(actor.person())) {
            throw new OrderGoneException();
        }
        return order;
    }

    /** It has been fetched, or nobody waits for it any more. */
    public void forget(Order order) {
        orders.remove(order.id());
    }

    private void forgetOld() {
        orders.values().removeIf(order -> order.sinceEnd().compareTo(kept) > 0);
        while (orders.size() > most) {
            orders.values().stream()
                    .filter(order -> order.state() != OrderState.MAKING)
                    .max((one, other) -> one.sinceEnd().compareTo(other.sinceEnd()))
                    .ifPresent(oldest -> orders.remove(oldest.id()));
            if (orders.values().stream().allMatch(order -> order.state() == OrderState.MAKING)) {
                return;
            }
        }
    }
}
