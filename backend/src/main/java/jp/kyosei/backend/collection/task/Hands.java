package jp.kyosei.backend.collection.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.cell.CellWords;
import jp.kyosei.backend.audit.AuditHand;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.PersonId;

/**
 * Who had a hand in what a task hands in: whoever entered any of it or submitted it since it was last sent back, and whoever
 * wrote what stands there, however long ago. None of them approves it (四つの目).
 */
final class Hands {
    private final CollectionRound round;
    private final KnownSubjects known;
    private final List<AuditHand> trail;

    /** @param trail what the trail says of the indicators of the tasks */
    Hands(CollectionRound round, KnownSubjects known, List<AuditHand> trail) {
        this.round = round;
        this.known = known;
        this.trail = List.copyOf(trail);
    }

    Set<PersonId> of(CollectionTask task) {
        String words = known.of(task).inHistory(task.municipality());
        List<AuditHand> steps = ofIndicator(task)
                .filter(hand -> hand.isOf(SubjectKind.TASK, words) && !hand.at().isBefore(round.openedAt()))
                .toList();
        Instant since = steps.stream()
                .filter(hand -> hand.did(Deed.RETURN_TASK))
                .map(AuditHand::at)
                .max(Comparator.naturalOrder())
                .orElse(round.openedAt());
        Set<PersonId> hands = new HashSet<>();
        Stream.ofNullable(task.submittedBy()).forEach(hands::add);
        steps.stream()
                .filter(hand -> hand.did(Deed.SUBMIT_TASK) && hand.at().isAfter(since))
                .forEach(hand -> hands.add(hand.person()));
        if (task.asksForFigure()) {
            String cell = CellWords.name(round.fiscalYear(), task.municipality());
            add(hands, task, since, hand -> hand.isOf(SubjectKind.ACTUAL, cell));
            add(hands, task, since, hand -> hand.isOf(SubjectKind.NARRATIVE, cell));
        }
        return hands;
    }

    private void add(Set<PersonId> hands, CollectionTask task, Instant since, Predicate<AuditHand> which) {
        List<AuditHand> entries = ofIndicator(task)
                .filter(which)
                .sorted(Comparator.comparing(AuditHand::at))
                .toList();
        entries.stream().filter(hand -> hand.at().isAfter(since)).forEach(hand -> hands.add(hand.person()));
        if (!entries.isEmpty()) {
            hands.add(entries.getLast().person());
        }
    }

    private Stream<AuditHand> ofIndicator(CollectionTask task) {
        return trail.stream().filter(hand -> task.subject()
                .indicator()
                .map(IndicatorId::value)
                .filter(hand.indicator()::equals)
                .isPresent());
    }
}
