package jp.kyosei.backend.idempotency;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Lets a request take effect once, however often it is sent. The key, the effect and the answer are one transaction. */
@Singleton
public class IdempotencyService {
    private static final Duration KEPT = Duration.ofDays(7);

    private final KeyRepository repository;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    IdempotencyService(KeyRepository repository, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /** An answer as it was first given. */
    public record Answer(int status, String body) {}

    /**
     * Does the work, or answers as the first time. Whoever may write nothing in the owner changes nothing and needs no key.
     *
     * @param key chosen by the client, one to 200 characters
     * @param request what is asked, to tell a repetition from another request
     * @throws KeyUsedOtherwiseException if the key was used for another request
     */
    public Answer once(Actor actor, OwnerId owner, String key, String request, Supplier<Answer> work) {
        if (!policy.canWrite(actor, owner)) {
            return work.get();
        }
        UUID ownerId = owner.value();
        UUID person = actor.person().value();
        return door.write(actor, () -> {
            Instant now = clock.instant();
            if (repository.reserve(ownerId, person, key, request, now) == 0) {
                KeyRow first = repository.find(ownerId, person, key).getFirst();
                if (!first.request().equals(request)) {
                    throw new KeyUsedOtherwiseException();
                }
                return new Answer(first.status(), first.answer());
            }
            repository.forget(ownerId, now.minus(KEPT));
            Answer answer = work.get();
            repository.keep(ownerId, person, key, answer.status(), answer.body());
            return answer;
        });
    }
}
