package jp.kyosei.ui.report;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.report.order.Order;
import jp.kyosei.backend.report.order.OrderGoneException;
import jp.kyosei.backend.report.order.OrderState;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.form.HeadwayBar;
import org.jspecify.annotations.Nullable;

/** How far a report is that was asked for on the page; it is fetched by itself when it is ready. */
final class ReportWait extends Div {
    private static final int LOOK_AGAIN_MILLIS = 1000;

    /** Most reports are made by then, and nobody need be told how far they are. */
    private static final Duration MOMENT = Duration.ofMillis(1500);

    private final ReportDesk desk;
    private transient @Nullable UUID waiting;
    private transient Registration polling = () -> {};
    private HeadwayBar bar = new HeadwayBar("書き出しの作成");

    ReportWait(ReportDesk desk) {
        this.desk = desk;
        addClassName("report-wait");
        getElement().setAttribute("role", "status");
    }

    /** Waits for an order, in place of one that was waited for before. */
    void show(Order order) {
        stop();
        removeAll();
        if (order.await(MOMENT)) {
            end(order);
            return;
        }
        waiting = order.id();
        bar = new HeadwayBar("書き出しの作成");
        add(new Paragraph("書き出しを作っています。できると、保存が始まります。"), bar);
        tell(order);
        getUI().ifPresent(ui -> {
            ui.setPollInterval(LOOK_AGAIN_MILLIS);
            polling = ui.addPollListener(poll -> look());
        });
    }

    private void look() {
        UUID asked = waiting;
        if (asked == null) {
            return;
        }
        try {
            Order order = desk.find(asked);
            if (order.state() == OrderState.MAKING) {
                tell(order);
            } else {
                stop();
                end(order);
            }
        } catch (OrderGoneException e) {
            stop();
            say(Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private void tell(Order order) {
        bar.show(order.share(), OptionalLong.of(order.secondsLeft()));
    }

    private void end(Order order) {
        ReportFile file = order.file();
        RuntimeException failure = order.failure();
        if (file != null) {
            save(order.id(), file.name());
        } else if (failure instanceof RefusedException refused) {
            say(Objects.requireNonNullElse(refused.getMessage(), "書き出しを作れませんでした。"));
        } else if (failure instanceof NotFoundException) {
            say("この書き出しは、いまは作れません。画面を開き直してください。");
        } else {
            say("書き出しを作れませんでした。少し待ってから、もう一度押してください。");
        }
    }

    /** Its link is followed at once; whoever's browser does not, follows it. */
    private void save(UUID order, String name) {
        Anchor link = new Anchor();
        link.setText(name);
        link.setHref((DownloadHandler) event -> ReportSending.ready(() -> desk.find(order), event));
        link.setRouterIgnore(true);
        removeAll();
        add(new Paragraph("できました。保存が始まらないときは、下の名前を押してください。"), link);
        link.getElement().executeJs("setTimeout(() => this.click())");
    }

    private void say(String words) {
        removeAll();
        add(new Paragraph(words));
    }

    private void stop() {
        if (waiting != null) {
            waiting = null;
            polling.remove();
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (waiting != null) {
            waiting = null;
            polling.remove();
            event.getUI().setPollInterval(-1);
        }
    }
}
