package jp.kyosei.backend.revision.comparison;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import org.jspecify.annotations.Nullable;

/** Where things hang in a version's tree: sections are told apart by identity, so that one numbered anew is the same place. */
final class Places {
    /** For things beside their tree: a number is a place. */
    static final Places UNKNOWN = new Places(Map.of());

    private final Map<String, Section> byNumber;

    private Places(Map<String, Section> byNumber) {
        this.byNumber = byNumber;
    }

    static Places of(PlanContent content) {
        return new Places(content.sections().stream().collect(Collectors.toMap(Section::number, Function.identity())));
    }

    /** The same for the same section, whatever its number; empty for the top. */
    String identity(@Nullable String number) {
        Section section = number == null ? null : byNumber.get(number);
        return section == null ? words(number) : section.id().value().toString();
    }

    /** 1-2 交流人口の拡大; the number alone where the tree is not known, empty for the top. */
    String words(@Nullable String number) {
        if (number == null) {
            return "";
        }
        Section section = byNumber.get(number);
        return section == null ? number : "%s %s".formatted(number, section.title());
    }
}
