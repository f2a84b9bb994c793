package jp.kyosei.backend.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.text.TextKind;

/**
 * 次第: its items, numbered 1, 2, 3, and those under them, (1), (2). It is kept as lines without numbers, of which those under
 * an item begin with a full-width space.
 */
public record Agenda(List<Item> items) {
    private static final String UNDER = "　";
    private static final Pattern BRACKETED = Pattern.compile("[-・]?[\\s　]*(?:[(（][0-9０-９]+[)）]|[①-⑳])[\\s　]*(.*)");
    private static final Pattern DOTTED = Pattern.compile("[-・][\\s　]*(.*)");
    private static final Pattern COUNTED = Pattern.compile("([0-9０-９]{1,2})[\\s　.．、]+(.*)");

    public Agenda {
        items = List.copyOf(items);
    }

    /** An item, and what is under it. */
    public record Item(String text, List<String> under) {
        public Item {
            under = List.copyOf(under);
        }

        /** What is under it, each behind its number. */
        public List<String> numbered() {
            List<String> numbered = new ArrayList<>();
            under.forEach(one -> numbered.add("(%d)　%s".formatted(numbered.size() + 1, one)));
            return numbered;
        }
    }

    /** The agenda of lines as they are kept. */
    public static Agenda of(List<String> lines) {
        List<Item> items = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(UNDER) && !items.isEmpty()) {
                Item above = items.removeLast();
                List<String> under = new ArrayList<>(above.under());
                under.add(line.strip());
                items.add(new Item(above.text(), under));
            } else {
                items.add(new Item(line.strip(), List.of()));
            }
        }
        return new Agenda(items);
    }

    /**
     * The lines to be kept of lines as people type or paste them. A line is under the one above if it is indented, or begins
     * with (1), ① or ・; the numbers themselves are left out, for the paper counts.
     */
    public static List<String> lines(List<String> typed) {
        boolean bracketed = typed.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(TextKind::cleaned)
                .filter(line -> BRACKETED.matcher(line.strip()).matches())
                .isPresent();
        List<String> lines = new ArrayList<>();
        for (String given : typed) {
            String line = TextKind.cleaned(given);
            boolean under = !lines.isEmpty() && (isIndented(line) || (!bracketed && isMarked(line.strip())));
            String text = under || bracketed ? withoutMark(line.strip()) : line.strip();
            lines.add(under ? UNDER + text : text);
        }
        return withoutCounts(lines);
    }

    /** Numbers at the front go where all items are counted, 1, 2, 3: an item 3 か年計画 among others keeps its own. */
    private static List<String> withoutCounts(List<String> lines) {
        List<String> without = new ArrayList<>();
        int items = 0;
        for (String line : lines) {
            if (line.startsWith(UNDER)) {
                without.add(line);
                continue;
            }
            items++;
            Matcher counted = COUNTED.matcher(line);
            if (!counted.matches() || Integer.parseInt(counted.group(1)) != items) {
                return lines;
            }
            without.add(counted.group(2).strip());
        }
        return without;
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && !line.stripLeading().equals(line);
    }

    private static boolean isMarked(String line) {
        return BRACKETED.matcher(line).matches() || DOTTED.matcher(line).matches();
    }

    private static String withoutMark(String line) {
        Matcher bracketed = BRACKETED.matcher(line);
        if (bracketed.matches()) {
            return bracketed.group(1).strip();
        }
        Matcher dotted = DOTTED.matcher(line);
        return dotted.matches() ? dotted.group(1).strip() : line;
    }
}
