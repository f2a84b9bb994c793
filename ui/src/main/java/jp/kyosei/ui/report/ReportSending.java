package jp.kyosei.ui.report;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import jp.kyosei.backend.load.BusyException;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.report.order.Order;
import jp.kyosei.backend.report.order.OrderGoneException;
import jp.kyosei.backend.tenancy.NotFoundException;

/** Sends reports to a browser that follows a link. */
final class ReportSending {
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_READY = 503;

    /** Less than the minute that a proxy gives a request. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private ReportSending() {}

    /** Waits for the report; who may no longer see the plan gets nothing by an old link. */
    static void waited(Supplier<Order> begin, DownloadEvent event) throws IOException {
        try {
            Order order = begin.get();
            if (!order.await(PATIENCE)) {
                event.getResponse().sendError(NOT_READY, "");
                return;
            }
            RuntimeException failure = order.failure();
            if (failure != null) {
                throw failure;
            }
            send(order, event);
        } catch (NotFoundException e) {
            event.getResponse().sendError(NOT_FOUND, "");
        } catch (BusyException e) {
            event.getResponse().setHeader("Retry-After", Long.toString(e.retryAfterSeconds()));
            event.getResponse().sendError(TOO_MANY_REQUESTS, "");
        }
    }

    /** Sends one that is ready. */
    static void ready(Supplier<Order> found, DownloadEvent event) throws IOException {
        try {
            send(found.get(), event);
        } catch (NotFoundException | OrderGoneException e) {
            event.getResponse().sendError(NOT_FOUND, "");
        }
    }

    private static void send(Order order, DownloadEvent event) throws IOException {
        ReportFile file = order.file();
        if (file == null) {
            throw new NotFoundException();
        }
        byte[] bytes = file.bytes();
        event.setFileName(file.name());
        event.setContentType(file.contentType());
        event.setContentLength(bytes.length);
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getOutputStream().write(bytes);
    }
}
