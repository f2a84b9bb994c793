package jp.kyosei.backend.discussion.thread;

import java.util.UUID;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a note is about, as the tables name it; neither is given for the plan as a whole.
 *
 * @param sectionNumber its number in the plan
 */
record SubjectKey(@Nullable UUID indicatorId, @Nullable String sectionNumber) {
    static SubjectKey of(NoteSubject subject) {
        return switch (subject) {
            case NoteSubject.OfIndicator indicator ->
                new SubjectKey(indicator.id().value(), null);
            case NoteSubject.OfSection section -> new SubjectKey(null, section.number());
            case NoteSubject.OfPlan plan -> new SubjectKey(null, null);
        };
    }

    boolean isWholePlan() {
        return indicatorId == null && sectionNumber == null;
    }

    /** What is followed by who follows the subject: the indicator itself, everything else with its plan. */
    UUID followedIn(Plan plan) {
        UUID indicator = indicatorId;
        return indicator == null ? plan.id().value() : indicator;
    }
}
