package jp.kyosei.ui.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.util.Objects;

/** Gives every screen its {@link LoginBoundPush}. Vaadin finds it as a service and makes it; the context holds the door. */
public final class LoginBoundPushes implements PushConnectionFactory {
    private static final long serialVersionUID = 1L;

    /** Has to be called before the first screen is opened. */
    public static void install(VaadinContext context, LoginDoor door) {
        context.setAttribute(LoginDoor.class, door);
    }

    @Override
    public PushConnection apply(UI screen) {
        LoginDoor door = screen.getSession().getService().getContext().getAttribute(LoginDoor.class);
        return new LoginBoundPush(screen, Objects.requireNonNull(door, "No door to the screens"));
    }
}
