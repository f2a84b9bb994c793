package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.jspecify.annotations.Nullable;

/**
 * The names that new plans have in addresses (識別名): none that a plan has, and none that another new plan will have, which
 * waits to be applied. Always inside an open tenant door; whoever asks holds the owner's names until the transaction ends.
 */
@Singleton
public class PlanNames {
    /** As the database holds them. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final ImportRepository repository;
    private final PlanService plans;

    PlanNames(ImportRepository repository, PlanService plans) {
        this.repository = repository;
        this.plans = plans;
    }

    /**
     * The one that is wished, or a free one where none is.
     *
     * @throws WrongTextException if it is no name for a plan of that owner
     * @throws RefusedException if a plan has it, or another import's plan is to have it
     */
    public String nameWithin(Owner owner, @Nullable String wished) {
        return wished == null || wished.isBlank()
                ? freeWithin(owner)
                : chosenWithin(owner.id(), owner.slug(), wished, null);
    }

    /** The first free one that is made of the owner's name and a number. */
    String freeWithin(Owner owner) {
        repository.holdNames(owner.id().value());
        Set<String> taken = new HashSet<>(plans.slugsWithin(owner.id()));
        repository.namesWaiting(owner.id().value()).forEach(waiting -> taken.add(waiting.planSlug()));
        for (int number = 1; ; number++) {
            String slug = "%s-plan-%d".formatted(owner.slug(), number);
            if (!taken.contains(slug)) {
                return slug;
            }
        }
    }

    /**
     * One that somebody has chosen.
     *
     * @param of the import whose plan is to have it; none where it is only being brought in
     * @throws WrongTextException if it is no name for a plan of that owner
     * @throws RefusedException if a plan has it, or another import's plan is to have it
     */
    String chosenWithin(OwnerId owner, String ownerSlug, String wished, @Nullable ImportId of) {
        String slug = wished.strip();
        if (!slug.startsWith(ownerSlug + "-")
                || slug.equals(ownerSlug + "-")
                || !SLUG.matcher(slug).matches()) {
            throw new WrongTextException(
                    "slug", "計画の識別名は「%1$s-」で始め、小文字の英数字とハイフン（-）だけで、63字までで付けてください。例: %1$s-plan-2".formatted(ownerSlug));
        }
        repository.holdNames(owner.value());
        if (plans.hasWithin(owner, slug)) {
            throw new RefusedException("識別名「%s」の計画は既にあります。別の識別名を付けてください。".formatted(slug));
        }
        Optional<NameRow> waiting = repository.namesWaiting(owner.value()).stream()
                .filter(name -> name.planSlug().equals(slug)
                        && (of == null || !name.id().equals(of.value())))
                .findFirst();
        waiting.ifPresent(name -> {
            throw new RefusedException(
                    "識別名「%s」は、確認待ちの取り込み「%s」の新しい計画に使います。別の識別名を付けるか、その取り込みを先に済ませてください。".formatted(slug, name.fileName()));
        });
        return slug;
    }
}
