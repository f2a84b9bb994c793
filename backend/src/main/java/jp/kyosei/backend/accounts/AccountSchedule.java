package jp.kyosei.backend.accounts;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Works every few seconds. */
@Singleton
class AccountSchedule {
    private final AccountWorker worker;

    AccountSchedule(AccountWorker worker) {
        this.worker = worker;
    }

    /** Not at once: the database may still be migrated. */
    @Scheduled(fixedDelay = "${kyosei.accounts.interval:5s}", initialDelay = "${kyosei.accounts.interval:5s}")
    void work() {
        worker.workNow();
    }
}
