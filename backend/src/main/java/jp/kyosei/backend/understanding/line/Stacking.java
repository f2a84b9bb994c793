package jp.kyosei.backend.understanding.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.understanding.ColumnKind;

/**
 * What the rows of an indicator hold, from the upper to the lower, where a head or a remark says so: 上段：目標、下段：実績.
 *
 * @param kinds one for each row
 * @param words what says so
 */
public record Stacking(List<ColumnKind> kinds, String words) {
    private static final String KINDS = "(目標|計画|実績|現状|基準|達成率|進捗率)";
    private static final List<String> LEVELS = List.of("上", "中", "下");
    private static final int LONGEST = 120;

    public Stacking {
        kinds = List.copyOf(kinds);
    }

    /** What a text says of it; empty where it says nothing. */
    public static Optional<Stacking> in(String text) {
        if (text.length() > LONGEST || !text.contains("下段") || !text.contains("上段")) {
            return Optional.empty();
        }
        List<ColumnKind> kinds = new ArrayList<>();
        for (String level : LEVELS) {
            if (!text.contains(level + "段")) {
                continue;
            }
            Optional<ColumnKind> kind = kind(text, level + "段");
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            kinds.add(kind.get());
        }
        return kinds.stream().distinct().count() == kinds.size()
                ? Optional.of(new Stacking(kinds, text.replaceAll("\\s+", " ").strip()))
                : Optional.empty();
    }

    private static Optional<ColumnKind> kind(String text, String level) {
        Matcher before =
                Pattern.compile(KINDS + "[値数量額等]*[(（【\\[]?\\s*" + level).matcher(text);
        if (before.find()) {
            return Optional.of(kind(before.group(1)));
        }
        Matcher after = Pattern.compile(level + "[^段目計実現基達進]{0,6}?" + KINDS).matcher(text);
        return after.find() ? Optional.of(kind(after.group(1))) : Optional.empty();
    }

    private static ColumnKind kind(String word) {
        return switch (word) {
            case "目標", "計画" -> ColumnKind.TARGET;
            case "実績" -> ColumnKind.ACTUAL;
            case "現状", "基準" -> ColumnKind.BASELINE;
            default -> ColumnKind.RATE;
        };
    }
}
