package jp.kyosei.backend.publishing.open;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jp.kyosei.backend.publishing.open.edition.Found;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Outline;
import jp.kyosei.backend.text.Wanted;

/** Finds plans and indicators among what is published, in memory; by the same rule as the screens. */
final class Finder {
    /** So many are shown of a kind. */
    static final int MOST = 100;

    /** So many words are looked for. */
    static final int MOST_WORDS = 10;

    private final List<Plan> plans = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private record Plan(Head newest, List<String> texts) {}

    private record Line(
            Head newest, Outline.Line line, List<Head> earlier, String no, String name, List<String> texts) {}

    /** @param byPlan the years of each plan, newest first */
    Finder(Collection<SortedMap<Integer, Volume>> byPlan) {
        byPlan.stream()
                .filter(years -> !years.isEmpty())
                .sorted(Comparator.comparing((SortedMap<Integer, Volume> years) ->
                                years.firstEntry().getValue().head().owner())
                        .thenComparing(
                                years -> years.firstEntry().getValue().head().plan()))
                .forEach(this::add);
    }

    private void add(SortedMap<Integer, Volume> years) {
        Head newest = years.firstEntry().getValue().head();
        List<String> ofPlan = List.of(Wanted.folded(newest.title()), Wanted.folded(newest.ownerName()));
        plans.add(new Plan(newest, ofPlan));
        Map<List<String>, List<Head>> heads = new LinkedHashMap<>();
        Map<List<String>, Outline.Line> found = new LinkedHashMap<>();
        for (Volume volume : years.values()) {
            for (Outline.Line line : volume.outline().lines()) {
                List<String> key = List.of(line.no(), line.name());
                found.putIfAbsent(key, line);
                heads.computeIfAbsent(key, absent -> new ArrayList<>()).add(volume.head());
            }
        }
        found.forEach((key, line) -> {
            List<Head> its = heads.getOrDefault(key, List.of());
            List<String> texts = new ArrayList<>(ofPlan);
            String no = Wanted.folded(line.no());
            String name = Wanted.folded(line.name());
            texts.add(no);
            texts.add(name);
            texts.add(Wanted.folded(line.unit()));
            line.sections().forEach(section -> texts.add(Wanted.folded(section)));
            lines.add(new Line(its.getFirst(), line, its.subList(1, its.size()), no, name, List.copyOf(texts)));
        });
    }

    Found find(String typed) {
        String clean = typed.replaceAll("\\p{Cntrl}", " ").strip();
        boolean cut = clean.codePointCount(0, clean.length()) > Found.LONGEST;
        String words = cut ? clean.substring(0, clean.offsetByCodePoints(0, Found.LONGEST)) : clean;
        Wanted wanted = new Wanted(words, MOST_WORDS);
        if (wanted.isEmpty()) {
            return new Found(words, cut, List.of(), 0, List.of(), 0);
        }
        List<Head> foundPlans = plans.stream()
                .filter(plan -> wanted.finds("", plan.texts()))
                .map(Plan::newest)
                .toList();
        List<Line> foundLines = lines.stream()
                .filter(line -> wanted.finds(line.no(), line.texts()))
                .toList();
        List<Found.Hit> nearest = foundLines.stream()
                .sorted(Comparator.comparingInt(line -> wanted.rank(line.no(), line.name())))
                .limit(MOST)
                .map(line -> new Found.Hit(
                        line.newest(), line.line().no(), line.line().name(), line.earlier()))
                .toList();
        return new Found(
                words, cut, foundPlans.stream().limit(MOST).toList(), foundPlans.size(), nearest, foundLines.size());
    }
}
