package jp.kyosei.backend.workbook;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which is to stand where something was stored after the workbook was made, and where the workbook is blank. A decision names
 * the version that was shown: what is stored after that is asked again.
 *
 * @param use {@link WorkbookItem#decision} of those that the workbook is to overwrite or, being blank there, to clear
 * @param keep of those whose stored value is to stay
 */
public record Decisions(Set<String> use, Set<String> keep) {
    public static final Decisions NONE = new Decisions(Set.of(), Set.of());

    public Decisions {
        use = Set.copyOf(use);
        keep = Set.copyOf(keep);
    }

    /** Reads two lists, with commas or line breaks between the decisions. */
    public static Decisions of(String use, String keep) {
        return new Decisions(split(use), split(keep));
    }

    private static Set<String> split(String list) {
        return Arrays.stream(list.split("[,\\n]"))
                .map(String::strip)
                .filter(decision -> !decision.isEmpty())
                .collect(Collectors.toSet());
    }
}
