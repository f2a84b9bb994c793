package jp.kyosei.ui.drafting;

import java.util.UUID;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.Section;

/**
 * A thing of a draft as its line in the tree.
 *
 * @param level the plan's own name of a section's level, or 指標 and 取組
 * @param number empty for an initiative
 * @param detail an indicator's final target; empty for others
 */
record TreeItem(Kind kind, UUID id, String level, String number, String name, String detail) {
    /** What it is. */
    enum Kind {
        SECTION,
        INDICATOR,
        INITIATIVE
    }

    /** Its number and its name. */
    String words() {
        return number.isEmpty() ? name : "%s　%s".formatted(number, name);
    }

    static TreeItem of(Section section, String level) {
        return new TreeItem(Kind.SECTION, section.id().value(), level, section.number(), section.title(), "");
    }

    static TreeItem of(Indicator indicator) {
        return new TreeItem(
                Kind.INDICATOR,
                indicator.id().value(),
                indicator.kind().label(),
                indicator.no(),
                indicator.name(),
                TargetWords.last(indicator));
    }

    static TreeItem of(Initiative initiative) {
        return new TreeItem(Kind.INITIATIVE, initiative.id().value(), "取組", "", initiative.title(), "");
    }
}
