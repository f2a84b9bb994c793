package jp.kyosei.backend.meeting.window;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;

/** Reminds by day: nobody is written to in the night. */
@Singleton
final class ReminderSchedule {
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 20;

    private final WindowReminders reminders;
    private final Clock clock;

    ReminderSchedule(WindowReminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Not at once: the database may still be migrated. */
    @Scheduled(
            fixedDelay = "${kyosei.meeting.reminder-interval:10m}",
            initialDelay = "${kyosei.meeting.reminder-interval:10m}")
    void remind() {
        int hour = LocalTime.now(clock).getHour();
        if (hour >= FIRST_HOUR && hour < LAST_HOUR) {
            reminders.remindNow();
        }
    }
}
