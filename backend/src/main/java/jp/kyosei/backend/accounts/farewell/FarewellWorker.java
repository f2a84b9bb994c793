package jp.kyosei.backend.accounts.farewell;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.kyosei.backend.accounts.keycloak.KeycloakAccounts;
import jp.kyosei.backend.accounts.keycloak.KeycloakTroubleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is due, one after the other; what fails is tried again an hour later, for as long as it takes. */
@Singleton
public class FarewellWorker {
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(FarewellWorker.class);

    private final FarewellRepository repository;
    private final KeycloakAccounts keycloak;
    private final TenantDoor door;
    private final Clock clock;

    FarewellWorker(FarewellRepository repository, KeycloakAccounts keycloak, TenantDoor door, Clock clock) {
        this.repository = repository;
        this.keycloak = keycloak;
        this.door = door;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kyosei.accounts.farewell-interval:10m}", initialDelay = "1m")
    void work() {
        removeDue();
    }

    /** @return how many accounts are settled */
    public int removeDue() {
        int done = 0;
        if (!keycloak.isSetUp()) {
            return done;
        }
        for (Optional<Farewell> next = claim(); next.isPresent(); next = claim()) {
            String subject = next.get().subject();
            try {
                if (!door.accounts(() -> repository.isWantedAgain(subject))) {
                    keycloak.removeMade(subject);
                }
                door.accounts(() -> {
                    repository.done(subject);
                    return true;
                });
                done++;
            } catch (KeycloakTroubleException trouble) {
                LOG.warn(
                        "an account was not removed, after {} attempts: {}",
                        next.get().attempts() + 1,
                        trouble.getMessage());
            }
        }
        return done;
    }

    private Optional<Farewell> claim() {
        Instant now = clock.instant();
        return door.accounts(() -> {
            Optional<Farewell> due = repository.due(now);
            due.ifPresent(one -> repository.putOff(one.subject(), now.plus(PAUSE)));
            return due;
        });
    }
}
