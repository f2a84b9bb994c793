package jp.kyosei.backend.collection.round;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** The rounds of plans as they are kept; each call is one statement inside an open {@link TenantDoor}, and asks no rights. */
@Singleton
public class Rounds {
    private static final int LAST_YEAR = 2999;

    private final RoundRepository rounds;
    private final Clock clock;

    Rounds(RoundRepository rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** The rounds of a plan, newest first. */
    public List<CollectionRound> ofWithin(Plan plan) {
        return rounds.rounds(plan.owner().value(), plan.id().value()).stream()
                .map(RoundRow::round)
                .toList();
    }

    /** The years of a plan whose collection is under way. */
    public Set<FiscalYear> openYearsWithin(Plan plan) {
        return ofWithin(plan).stream()
                .filter(CollectionRound::isOpen)
                .map(CollectionRound::fiscalYear)
                .collect(Collectors.toSet());
    }

    /** The round of a year, open or closed; empty where there is none. */
    public Optional<CollectionRound> findWithin(Plan plan, FiscalYear year) {
        return rounds.round(plan.owner().value(), plan.id().value(), year.year())
                .map(RoundRow::round);
    }

    /** The same, held until the transaction ends: it is not closed between this look and a write into it. */
    public Optional<CollectionRound> findForEntryWithin(Plan plan, FiscalYear year) {
        return rounds.roundForEntry(plan.owner().value(), plan.id().value(), year.year())
                .map(RoundRow::round);
    }

    /** @throws NotFoundException if the year has no round */
    public CollectionRound roundWithin(Plan plan, FiscalYear year) {
        return findWithin(plan, year).orElseThrow(NotFoundException::new);
    }

    /**
     * A round that takes answers, held until the transaction ends.
     *
     * @throws NotFoundException if the year has no round
     * @throws RefusedException if it is closed
     */
    public CollectionRound openRoundWithin(Plan plan, FiscalYear year) {
        return open(findForEntryWithin(plan, year).orElseThrow(NotFoundException::new));
    }

    /** The same, held alone: nobody enters or steps until the transaction ends. Errors as {@link #openRoundWithin}. */
    public CollectionRound openRoundAloneWithin(Plan plan, FiscalYear year) {
        return open(rounds.roundForChange(plan.owner().value(), plan.id().value(), year.year())
                .map(RoundRow::round)
                .orElseThrow(NotFoundException::new));
    }

    private static CollectionRound open(CollectionRound round) {
        if (!round.isOpen()) {
            throw new RefusedException("この照会は締め切られています。事務局が再開してから行ってください。");
        }
        return round;
    }

    /**
     * A round that is about to be opened; nothing is stored.
     *
     * @param instructions checked already; may be empty
     */
    public CollectionRound begun(Actor actor, FiscalYear year, LocalDate dueOn, String instructions) {
        return new CollectionRound(
                UUID.randomUUID(),
                year,
                RoundState.OPEN,
                dueOn,
                instructions,
                actor.displayName(),
                clock.instant(),
                null,
                1);
    }

    /** @throws RefusedException if the year has a round already */
    public void insertWithin(Actor actor, Plan plan, CollectionRound round) {
        long inserted = rounds.insertRound(
                plan.owner().value(),
                round.id(),
                plan.id().value(),
                round.fiscalYear().year(),
                round.dueOn(),
                round.instructions(),
                actor.person().value(),
                round.openedBy(),
                round.openedAt());
        if (inserted == 0) {
            throw new RefusedException(
                    "%sの実績照会は既にあります。".formatted(round.fiscalYear().longLabel()));
        }
    }

    /** @throws RefusedException if somebody else has changed the round meanwhile */
    public void moveDueWithin(OwnerId owner, CollectionRound round, LocalDate dueOn) {
        update(owner, round, round.state(), dueOn, round.instructions());
    }

    /**
     * Changes what is asked to be observed.
     *
     * @param instructions checked already; none to leave them
     * @return the round as it is now
     * @throws RefusedException if somebody else has changed the round meanwhile
     */
    public CollectionRound rewordWithin(Plan plan, CollectionRound round, @Nullable String instructions) {
        if (instructions == null || instructions.equals(round.instructions())) {
            return round;
        }
        update(plan.owner(), round, round.state(), round.dueOn(), instructions);
        return roundWithin(plan, round.fiscalYear());
    }

    /** @throws RefusedException if it is there already, or somebody else has changed the round meanwhile */
    public void turnWithin(OwnerId owner, CollectionRound round, RoundState state) {
        if (round.state() == state) {
            throw new RefusedException("この照会は既に%sです。".formatted(state.label()));
        }
        update(owner, round, state, round.dueOn(), round.instructions());
    }

    /** @throws RefusedException if answers cannot be due on that day */
    public void checkDue(LocalDate dueOn) {
        if (dueOn.isBefore(LocalDate.now(clock))) {
            throw new RefusedException("期限には今日以後の日を指定してください。");
        }
        if (dueOn.getYear() > LAST_YEAR) {
            throw new RefusedException("期限の年を確かめてください。");
        }
    }

    private void update(OwnerId owner, CollectionRound round, RoundState state, LocalDate dueOn, String instructions) {
        boolean turned = round.state() != state;
        long updated = rounds.updateRound(
                owner.value(),
                round.id(),
                state.name(),
                dueOn,
                instructions,
                turned ? (state == RoundState.CLOSED ? clock.instant() : null) : round.closedAt(),
                round.version());
        if (updated == 0) {
            throw new RefusedException("ほかの人が同時に照会を変更しました。画面を読み直してから、もう一度行ってください。");
        }
    }

    /**
     * Removes the rounds of a plan that is itself removed, with all their tasks.
     *
     * @return how many
     */
    public int removeWithin(Plan plan) {
        return Math.toIntExact(
                rounds.deleteRounds(plan.owner().value(), plan.id().value()));
    }
}
