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

    /** Whether the screen has not been told something, because its login is over. */
    private boolean holdsBack;

    LoginBoundPush(UI screen, LoginDoor door) {
        super(screen);
        this.door = door;
    }

    @Override
    public void push(boolean async) {
        holdsBack = isConnected() && door.personOf(getUI().getSession()).isEmpty();
        if (!holdsBack) {
            super.push(async);
        }
    }

    /**
     * Sends where the screen has to go now that its person has left, and closes the socket when that is out. Where something
     * is held back, it would go out as well: then the socket is only closed.
     */
    void pushFarewell() {
        if (isConnected()) {
            if (!holdsBack) {
                super.push(true);
            }
            disconnect();
        }
    }
}
