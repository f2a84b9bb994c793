package jp.kyosei.backend.discussion;

import jp.kyosei.backend.indicator.IndicatorId;

/** What a note is about. */
public sealed interface NoteSubject {
    /** An indicator. */
    record OfIndicator(IndicatorId id, String no, String name, String section) implements NoteSubject {}

    /** A section (体系), by its number in the plan. */
    record OfSection(String number, String title) implements NoteSubject {}

    /** The plan as a whole. */
    record OfPlan() implements NoteSubject {}

    /** As it stands in lists, such as {@code No.9 圏域内の宿泊者数}. */
    default String label() {
        return switch (this) {
            case OfIndicator indicator -> "No.%s %s".formatted(indicator.no(), indicator.name());
            case OfSection section -> "%s %s".formatted(section.number(), section.title());
            case OfPlan plan -> "計画全体";
        };
    }
}
