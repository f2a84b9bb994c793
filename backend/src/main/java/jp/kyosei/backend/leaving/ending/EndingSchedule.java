package jp.kyosei.backend.leaving.ending;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes owners whose term of grace is over. Whether it is over is asked of the database once more where it is done; that an
 * owner went, on whose word and how much of it, is written into the service's trail in the same transaction.
 */
@Singleton
public class EndingSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(EndingSchedule.class);

    private final EndingRepository repository;
    private final AuditService audit;
    private final Json json;
    private final TenantDoor door;
    private final Clock clock;

    EndingSchedule(EndingRepository repository, AuditService audit, Json json, TenantDoor door, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.json = json;
        this.door = door;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kyosei.ending.interval:1h}", initialDelay = "${kyosei.ending.interval:1h}")
    void look() {
        try {
            int gone = deleteDue();
            LOG.debug("{} owners have ended", gone);
        } catch (RuntimeException e) {
            LOG.warn("an owner that is to end could not be deleted: {}", e.toString());
        }
    }

    /** Deletes every owner whose day has come, each in a transaction of its own; answers how many went. */
    public int deleteDue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        int gone = 0;
        for (EndingRepository.Due due : door.archivist(() -> repository.due(today))) {
            if (door.archivist(() -> delete(due))) {
                gone++;
            }
        }
        return gone;
    }

    private boolean delete(EndingRepository.Due due) {
        Optional<Gone> gone = repository.delete(due.owner()).map(answer -> json.read(answer, Gone.class));
        gone.ifPresent(it -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("slug", it.slug());
            told.put(
                    "deletedRows",
                    it.rows().values().stream().mapToLong(Long::longValue).sum());
            audit.recordOfServiceWithin(
                    new PersonId(due.askedBy()),
                    due.askedByName(),
                    new Change(
                            Deed.DELETE_OWNER, SubjectKind.OWNER, it.name(), null, null, Map.of(), told, due.reason()));
            LOG.info("owner {} has ended and is deleted", it.slug());
        });
        return gone.isPresent();
    }
}
