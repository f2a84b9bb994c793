package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.heading.Heading;
import jp.kyosei.backend.understanding.heading.HeadingReading;

/** Makes of the labels above columns what is read as their heads: without the towns that they name, with the cells below. */
final class ColumnHeadings {
    /** 目標／実績 with 100／88 below it is a pair of figures, although it looks like a fraction. */
    static final HeadingReading PAIR_IN_ONE_CELL =
            new HeadingReading(ColumnMeaning.IGNORED, 0, "1つのセルに目標と実績の2つの値があるため。列を分けると取り込めます", List.of());

    private static final int MOST_BELOW = 300;
    private static final Pattern SLASH = Pattern.compile("[0-9０-９][^0-9０-９]{0,4}[／/].*[0-9０-９]", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[／/・（）()【】\\s]+");

    private final SheetGrid grid;
    private final HeadSense sense;
    private final Set<String> members;
    private final List<Integer> rows;
    private final SortedMap<Integer, Heading> headings = new TreeMap<>();
    private final SortedMap<Integer, String> towns = new TreeMap<>();

    /** @param members the names of the municipalities whose figures a column may hold */
    ColumnHeadings(SheetGrid grid, HeadSense sense, Set<String> members, List<Integer> rows) {
        this.grid = grid;
        this.sense = sense;
        this.members = members;
        this.rows = rows;
    }

    SortedMap<Integer, Heading> headings() {
        return headings;
    }

    SortedMap<Integer, String> towns() {
        return towns;
    }

    void add(int column, List<String> parts) {
        List<String> plain = new ArrayList<>();
        for (String part : parts) {
            String town = members.stream().filter(part::contains).findFirst().orElse(null);
            if (town != null) {
                towns.put(column, town);
            }
            String rest = town == null
                    ? part
                    : part.replace(town, "")
                            .replaceAll("[（(【\\[]\\s*[）)】\\]]", "")
                            .strip();
            if (!rest.isEmpty()) {
                plain.add(rest);
            }
        }
        // 数値 below 基準値 says no more than its group does.
        if (plain.size() > 1
                && HeadSense.isPlainWord(plain.getLast())
                && sense.isFigureHead(plain.get(plain.size() - 2))) {
            plain.removeLast();
        }
        List<String> below = rows.stream()
                .flatMap(row -> Stream.ofNullable(grid.row(row).get(column)))
                .map(Cell::text)
                .limit(MOST_BELOW)
                .toList();
        headings.put(column, new Heading(plain.isEmpty() ? parts : plain, below));
    }

    /** Whether a head names two kinds of figures, and its cells hold two with a stroke between them. */
    boolean isPairInOneCell(int column) {
        Heading heading = Objects.requireNonNull(headings.get(column));
        if (heading.below().stream().noneMatch(text -> SLASH.matcher(text).find())) {
            return false;
        }
        return heading.parts().stream()
                        .flatMap(BETWEEN::splitAsStream)
                        .filter(sense::isFigureHead)
                        .filter(word -> !sense.isBareYear(word))
                        .map(sense::kind)
                        .distinct()
                        .count()
                > 1;
    }
}
