package jp.kyosei.backend.staffing;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks whether the day of a prepared change has come. */
@Singleton
final class TransferSchedule {
    private final TransferWorker worker;

    TransferSchedule(TransferWorker worker) {
        this.worker = worker;
    }

    /** Not at once: the database may still be migrated. */
    @Scheduled(fixedDelay = "${kyosei.staffing.interval:1m}", initialDelay = "${kyosei.staffing.interval:1m}")
    void carryOut() {
        worker.carryOutNow();
    }
}
