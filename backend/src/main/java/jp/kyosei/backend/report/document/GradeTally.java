package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.results.GradeCounts;
import jp.kyosei.backend.results.SectionCounts;
import jp.kyosei.backend.results.Summary;
import org.jspecify.annotations.Nullable;

/**
 * How many indicators of the plan, of a kind or of a section have which grade.
 *
 * @param number of the section; empty for none
 * @param level of the section; 0 for none
 * @param now by label
 * @param before of the year before
 */
public record GradeTally(
        String number, int level, String name, String kind, Map<String, Integer> now, Map<String, Integer> before) {
    public GradeTally {
        now = Map.copyOf(now);
        before = Map.copyOf(before);
    }

    public static final String ALL = "合計";

    /** Fewer indicators a section than this, and a line for each would say less than it takes room. */
    private static final double WORTH_A_LINE = 1.5;

    /** How many have that grade. */
    public int now(String label) {
        return now.getOrDefault(label, 0);
    }

    /** How many had it in the year before. */
    public int before(String label) {
        return before.getOrDefault(label, 0);
    }

    int total() {
        return now.values().stream().mapToInt(Integer::intValue).sum();
    }

    int totalBefore() {
        return before.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All, by kind and by section. */
    public record Tallies(GradeTally all, List<GradeTally> byKind, List<GradeTally> bySection) {
        public Tallies {
            byKind = List.copyOf(byKind);
            bySection = List.copyOf(bySection);
        }

        /** As the summary counts them. */
        public static Tallies of(Summary summary) {
            boolean bothKinds = summary.byKind().size() > 1;
            return new Tallies(
                    tally("", 0, ALL, "", summary.counts(), summary.previous()),
                    summary.byKind().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> tally(
                                    "",
                                    0,
                                    entry.getKey().label(),
                                    entry.getKey().label(),
                                    entry.getValue().counts(),
                                    entry.getValue().previous()))
                            .toList(),
                    summary.bySection().stream()
                            .filter(counts -> counts.section().level() <= levels(summary))
                            .map(counts -> {
                                Section section = counts.section();
                                return tally(
                                        section.number(),
                                        section.level(),
                                        section.title(),
                                        bothKinds ? counts.kind().label() : "",
                                        counts.counts(),
                                        counts.previous());
                            })
                            .toList());
        }

        /** All levels, or all but the deepest where that holds about one indicator a section: a line for each says nothing. */
        private static int levels(Summary summary) {
            int deepest = summary.bySection().stream()
                    .mapToInt(counts -> counts.section().level())
                    .max()
                    .orElse(1);
            List<SectionCounts> deep = summary.bySection().stream()
                    .filter(counts -> counts.section().level() == deepest)
                    .toList();
            int indicators =
                    deep.stream().mapToInt(counts -> counts.counts().total()).sum();
            return deepest == 1 || indicators >= WORTH_A_LINE * deep.size() ? deepest : deepest - 1;
        }

        /** As a paper counts them; the same as of the summary of the same results. */
        static Tallies of(PaperSheet sheet) {
            SequencedMap<Place, List<PaperSheet.Entry>> sections = new LinkedHashMap<>();
            SequencedMap<String, List<PaperSheet.Entry>> kinds = new LinkedHashMap<>();
            for (IndicatorKind kind : IndicatorKind.values()) {
                kinds.put(kind.label(), new ArrayList<>());
            }
            for (PaperSheet.Entry entry : sheet.entries()) {
                kinds.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry);
                for (int level = 1; level <= entry.sections().size(); level++) {
                    sections.computeIfAbsent(
                                    new Place(entry.sections().subList(0, level)), section -> new ArrayList<>())
                            .add(entry);
                }
            }
            kinds.values().removeIf(List::isEmpty);
            List<GradeTally> byKind = new ArrayList<>();
            kinds.forEach((kind, entries) -> byKind.add(of(sheet, "", 0, kind, kind, entries)));
            List<GradeTally> bySection = new ArrayList<>();
            int levels = levelsOf(sections);
            sections.forEach((place, all) -> {
                if (place.level() <= levels) {
                    kinds.sequencedKeySet().forEach(kind -> {
                        List<PaperSheet.Entry> entries = all.stream()
                                .filter(entry -> entry.kind().equals(kind))
                                .toList();
                        if (!entries.isEmpty()) {
                            bySection.add(of(
                                    sheet,
                                    place.own().number(),
                                    place.level(),
                                    place.own().title(),
                                    kinds.size() > 1 ? kind : "",
                                    entries));
                        }
                    });
                }
            });
            return new Tallies(of(sheet, "", 0, ALL, "", sheet.entries()), byKind, bySection);
        }

        /** A section with those above it. */
        private record Place(List<PaperSheet.SectionTitle> path) {
            int level() {
                return path.size();
            }

            PaperSheet.SectionTitle own() {
                return path.getLast();
            }
        }

        private static int levelsOf(SequencedMap<Place, List<PaperSheet.Entry>> sections) {
            int deepest =
                    sections.keySet().stream().mapToInt(Place::level).max().orElse(1);
            List<List<PaperSheet.Entry>> deep = sections.entrySet().stream()
                    .filter(section -> section.getKey().level() == deepest)
                    .map(Map.Entry::getValue)
                    .toList();
            int indicators = deep.stream().mapToInt(List::size).sum();
            return deepest == 1 || indicators >= WORTH_A_LINE * deep.size() ? deepest : deepest - 1;
        }

        private static GradeTally tally(
                String number, int level, String name, String kind, GradeCounts now, GradeCounts before) {
            return new GradeTally(number, level, name, kind, now.asMap(), before.asMap());
        }

        private static GradeTally of(
                PaperSheet sheet,
                String number,
                int level,
                String name,
                String kind,
                Collection<PaperSheet.Entry> entries) {
            Map<String, Integer> now = new LinkedHashMap<>();
            Map<String, Integer> before = new LinkedHashMap<>();
            entries.forEach(entry -> {
                now.merge(label(sheet, entry.grade()), 1, Integer::sum);
                before.merge(label(sheet, entry.previousGrade()), 1, Integer::sum);
            });
            return new GradeTally(number, level, name, kind, now, before);
        }

        private static String label(PaperSheet sheet, @Nullable Grade grade) {
            return Optional.ofNullable(grade).map(Grade::label).orElse(sheet.unmeasured());
        }
    }
}
