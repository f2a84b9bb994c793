package jp.kyosei.backend.importing.underway;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which imports are being worked at, in this process and in others. Every two seconds a process writes down that it is
 * alive and how far it is; what has been silent for long, its process has left behind.
 */
@Singleton
public class Underway {
    private static final Logger LOG = LoggerFactory.getLogger(Underway.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final WorkRepository repository;
    private final TenantDoor door;
    private final Clock clock;
    private final Map<UUID, Watch> here = new ConcurrentHashMap<>();

    Underway(WorkRepository repository, TenantDoor door, Clock clock) {
        this.repository = repository;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Begins to work at an import, in place of what has ended or was left behind.
     *
     * @return whether nobody else does
     */
    public boolean beginWithin(Actor actor, OwnerId owner, UUID id, WorkStep step) {
        Instant now = clock.instant();
        return !here.containsKey(id)
                && repository.begin(owner.value(), id, step.name(), actor.displayName(), now, now.minus(SILENCE)) > 0;
    }

    /** Watches over work that has begun, until it is closed; beats in the name of whoever began it. */
    public Watch watch(Actor actor, OwnerId owner, UUID id) {
        Watch watch = new Watch(() -> here.remove(id));
        here.put(id, watch);
        Thread.ofVirtual().name("beat-" + id).start(() -> {
            while (!watch.await(BEAT) && !Thread.currentThread().isInterrupted()) {
                beat(actor, owner, id, watch.headway());
            }
        });
        return watch;
    }

    private void beat(Actor actor, OwnerId owner, UUID id, Headway headway) {
        try {
            door.write(actor, () -> {
                boolean toEnd = repository.beat(owner.value(), id, headway.share(), clock.instant()) == 0
                        && repository
                                .find(owner.value(), id)
                                .filter(WorkRow::stopped)
                                .isPresent();
                if (toEnd) {
                    headway.stop();
                }
                return toEnd;
            });
        } catch (RuntimeException e) {
            LOG.warn("it was not written down that import {} is being worked at", id, e);
        }
    }

    /** Whether this very process works at it. */
    public boolean isHere(UUID id) {
        return here.containsKey(id);
    }

    /** Waits for work of this process, for that long at most. */
    public void await(UUID id, Duration patience) {
        Watch watch = here.get(id);
        if (watch != null) {
            LOG.trace("import {} ended: {}", id, watch.await(patience));
        }
    }

    /** What is being done with an import, or why it ended without a result; none where all is well. */
    public Optional<Work> findWithin(OwnerId owner, UUID id) {
        return repository.find(owner.value(), id).map(row -> work(row, here.get(id)));
    }

    private Work work(WorkRow row, @Nullable Watch watch) {
        WorkStep step = WorkStep.valueOf(row.step());
        boolean silent = watch == null
                && row.message().isEmpty()
                && row.beatAt().isBefore(clock.instant().minus(SILENCE));
        double share = watch == null ? row.share() : watch.headway().share();
        return new Work(
                step,
                row.begunByName(),
                row.begunAt(),
                share,
                watch == null
                        ? Headway.secondsLeft(share, Duration.between(row.begunAt(), row.beatAt()))
                        : watch.headway().secondsLeft(),
                silent ? "%sの途中でサーバーが止まりました。何も登録していません。内容を確かめて、もう一度行ってください。".formatted(step.label()) : row.message());
    }

    /** Lets it end where it next says how far it is, whichever process does it. */
    public void stopWithin(OwnerId owner, UUID id) {
        Watch watch = here.get(id);
        if (watch != null) {
            watch.headway().stop();
        }
        repository.stop(owner.value(), id);
    }

    /** It has ended with a result, or nobody need be told any more how it ended. */
    public void endWithin(OwnerId owner, UUID id) {
        repository.end(owner.value(), id);
    }

    /** It has ended without a result. */
    public void endWithoutWithin(OwnerId owner, UUID id, String message) {
        repository.endWithout(owner.value(), id, message);
    }
}
