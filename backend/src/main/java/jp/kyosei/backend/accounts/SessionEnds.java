package jp.kyosei.backend.accounts;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.live.SessionsOver;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Tells every replica that sessions are over, wherever that was learnt. */
@Singleton
public class SessionEnds {
    private final LiveChannel live;
    private final TenantDoor door;

    SessionEnds(LiveChannel live, TenantDoor door) {
        this.live = live;
        this.door = door;
    }

    /** Says so to every replica, this one included. */
    public void announce(SessionsOver over) {
        door.accounts(() -> {
            live.announceSessionsWithin(over);
            return true;
        });
    }

    /** Calls the keeper whenever sessions are over, in a thread that others wait for: it must be quick and must not throw. */
    public void listen(Consumer<SessionsOver> keeper) {
        live.listenToSessions(keeper);
    }
}
