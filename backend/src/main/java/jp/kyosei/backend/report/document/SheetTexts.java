package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.kyosei.backend.report.paper.Paper;

/** The sentences beside the figures of 実績一覧: 事業名 and 評価. */
final class SheetTexts {
    private static final Pattern MARK = Pattern.compile("^(?:[①-⑳]|[(（][0-9０-９]+[)）]|[・○-])[\\s　]*");
    private static final int LAST_IN_A_RING = 20;
    private static final int FIRST_RING = '①';

    private SheetTexts() {}

    /** 事業名, counted ①, ②: what the towns wrote for the year, else what the plan says. */
    static List<Paper.Line> initiatives(PaperSheet.Entry entry) {
        SequencedMap<String, List<String>> townsOf = new LinkedHashMap<>();
        entry.narratives().forEach(told -> told.initiatives()
                .lines()
                .map(SheetTexts::withoutMark)
                .filter(line -> !line.isEmpty())
                .forEach(line -> townsOf.computeIfAbsent(line, named -> new ArrayList<>())
                        .add(told.town())));
        long telling = entry.narratives().stream()
                .filter(told -> !told.initiatives().isBlank())
                .count();
        List<String> named = new ArrayList<>();
        townsOf.forEach((line, towns) -> named.add(withTown(line, towns, telling)));
        if (named.isEmpty()) {
            entry.initiatives().forEach(title -> named.add(withoutMark(title)));
        }
        List<Paper.Line> lines = new ArrayList<>();
        for (int place = 1; place <= named.size(); place++) {
            lines.add(new Paper.Line("%s %s".formatted(ring(place), named.get(place - 1)), Paper.Weight.PLAIN));
        }
        return lines;
    }

    /** What several towns name alike is named once, without any. */
    private static String withTown(String line, List<String> towns, long telling) {
        String town = Objects.requireNonNull(towns.getFirst());
        boolean one = telling > 1 && towns.size() == 1 && !town.isEmpty();
        return one && !line.endsWith("（%s）".formatted(town)) ? "%s（%s）".formatted(line, town) : line;
    }

    private static String withoutMark(String line) {
        return MARK.matcher(line.lines().map(String::strip).reduce("", String::concat))
                .replaceFirst("");
    }

    private static String ring(int place) {
        return place <= LAST_IN_A_RING ? Character.toString(FIRST_RING + place - 1) : "(%d)".formatted(place);
    }

    static List<Paper.Line> narrative(PaperSheet.Entry entry) {
        List<Paper.Line> lines = new ArrayList<>();
        addNarrative(lines, "【進捗状況・成果】", entry.narratives(), PaperSheet.Told::progress);
        addNarrative(lines, "【今後の取組等】", entry.narratives(), PaperSheet.Told::outlook);
        return lines;
    }

    private static void addNarrative(
            List<Paper.Line> lines, String head, List<PaperSheet.Told> told, Function<PaperSheet.Told, String> part) {
        List<PaperSheet.Told> saying =
                told.stream().filter(one -> !part.apply(one).isBlank()).toList();
        if (saying.isEmpty()) {
            return;
        }
        lines.add(new Paper.Line(head, Paper.Weight.STRONG));
        for (PaperSheet.Told one : saying) {
            if (!one.town().isEmpty() && told.size() > 1) {
                lines.add(new Paper.Line("（%s）".formatted(one.town()), Paper.Weight.PLAIN));
            }
            part.apply(one).strip().lines().forEach(line -> lines.add(new Paper.Line(line, Paper.Weight.PLAIN)));
        }
    }
}
