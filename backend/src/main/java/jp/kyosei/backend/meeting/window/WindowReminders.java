package jp.kyosei.backend.meeting.window;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.tenancy.TenantDoor;

/**
 * Tells the committee when its time to write begins, and when it is about to end. Any number of processes may do so as
 * often as they like: each event is announced once.
 */
@Singleton
public class WindowReminders {
    private final WindowRepository windows;
    private final WindowNotices notices;
    private final TenantDoor door;
    private final Clock clock;

    WindowReminders(WindowRepository windows, WindowNotices notices, TenantDoor door, Clock clock) {
        this.windows = windows;
        this.notices = notices;
        this.door = door;
        this.clock = clock;
    }

    /** Posts what is due today, or was due while nothing ran. */
    public void remindNow() {
        remind(LocalDate.now(clock));
    }

    void remind(LocalDate today) {
        door.dispatch(() -> {
            List<WindowRow> open = windows.openOn(today);
            open.forEach(window -> notices.windowWithin(window, today));
            return open.size();
        });
    }
}
