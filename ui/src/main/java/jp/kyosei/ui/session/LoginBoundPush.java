package jp.kyosei.ui.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;

/**
 * Tells an open screen what has changed, but only while its login stands. Where it does not, the change waits on the
 * server until the person has logged in again; another socket cannot be opened before.
 */
final class LoginBoundPush extends AtmospherePushConnection {
    private static final long serialVersionUID = 1L;

    private final transient LoginDoor door;

    LoginBoundPush(UI screen, LoginDoor door) {
        super(screen);
        this.door = door;
    }

    @Override
    public void push(boolean async) {
        if (!isConnected() || door.personOf(getUI().getSession()).isPresent()) {
            super.push(async);
        }
    }

    /** Sends where the screen has to go now that its login is over, and closes the socket when that is out. */
    void pushFarewell() {
        if (isConnected()) {
            super.push(true);
            disconnect();
        }
    }
}
