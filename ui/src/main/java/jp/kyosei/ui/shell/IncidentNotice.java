package jp.kyosei.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import jp.kyosei.ui.session.LoginOverException;

/** Tells the person that something on the open screen failed; the screen and what was typed stay. */
@Singleton
class IncidentNotice implements VaadinServiceInitListener {
    private static final Duration SHOWN = Duration.ofSeconds(20);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(IncidentNotice::show));
    }

    private static void show(ErrorEvent failure) {
        if (failure.getThrowable() instanceof LoginOverException) {
            // Not to be read by whoever sits there now; the screen learns of it when it is next refused.
            return;
        }
        String number = Incident.log(failure.getThrowable(), "a screen");
        if (UI.getCurrent() != null) {
            Notification notice = new Notification(
                    "処理できませんでした。もう一度お試しください。続くときは番号 %s を管理者にお知らせください。".formatted(number),
                    (int) SHOWN.toMillis(),
                    Notification.Position.TOP_CENTER);
            notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
            notice.setAssertive(true);
            notice.open();
        }
    }
}
