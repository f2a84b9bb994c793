package jp.kyosei.ui.plan;

import java.util.List;

/** How deep a table groups its indicators by sections. */
public final class PlanSections {
    /** Fewer indicators a section than this, and a heading for each would say less than it takes room. */
    private static final double WORTH_A_HEADING = 1.5;

    private PlanSections() {}

    /**
     * The number of levels worth a heading: all of them, or all but the deepest where that holds about one indicator a
     * section.
     *
     * @param paths the section numbers of each indicator from the top down
     * @return at least 1
     */
    public static int groupLevels(List<List<String>> paths) {
        int deepest = paths.stream().mapToInt(List::size).max().orElse(1);
        List<List<String>> deep =
                paths.stream().filter(path -> path.size() == deepest).toList();
        long sections = deep.stream().distinct().count();
        boolean worthIt = sections > 0 && (double) deep.size() / sections >= WORTH_A_HEADING;
        return deepest == 1 || worthIt ? deepest : deepest - 1;
    }
}
