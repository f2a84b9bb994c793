package jp.kyosei.backend.meeting.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.results.printed.PrintedEntry;
import jp.kyosei.backend.results.printed.PrintedHead;
import org.jspecify.annotations.Nullable;

/** Compares a paper as it was issued with the same paper as it would be issued now, field by field as printed. */
final class Comparison {
    private static final String NOT_IN_IT = "";

    private Comparison() {}

    static List<Difference> differences(MaterialKind kind, Composed issued, Composed current) {
        List<Difference> found = new ArrayList<>();
        compareHeads(found, issued, current);
        compareWords(found, kind, issued, current);
        compare(
                found,
                issued.indicators(),
                current.indicators(),
                "指標",
                indicator -> new Subject(indicator.no(), indicator.name()),
                IssuedIndicator::name,
                indicator -> fields(kind, indicator));
        compare(
                found,
                issued.notes(),
                current.notes(),
                "意見",
                note -> new Subject(note.no(), note.subject()),
                IssuedNote::text,
                Comparison::fields);
        return found;
    }

    /** What the office prints above it, and the rules that it explains; nothing of these in papers issued before they were kept. */
    private static void compareHeads(List<Difference> found, Composed issued, Composed current) {
        compare(found, "題名", issued.title(), current.title());
        compare(found, "資料番号", issued.mark(), current.mark());
        compare(found, "資料に載せる文", issued.words(), current.words());
        PrintedHead before = issued.head();
        PrintedHead now = current.head();
        if (before != null && now != null) {
            compare(found, "評価の決まり", rules(before), rules(now));
        }
    }

    private static void compare(List<Difference> found, String field, String before, String now) {
        if (!before.equals(now)) {
            found.add(new Difference("", "資料全体", field, before, now));
        }
    }

    private static String rules(PrintedHead head) {
        return Stream.concat(
                        head.grades().stream().map(grade -> "%s：%s".formatted(grade.label(), grade.meaning())),
                        head.rules().stream())
                .collect(Collectors.joining("\n"));
    }

    /** What is printed of an indicator beyond its figures. */
    private static void compareWords(List<Difference> found, MaterialKind kind, Composed issued, Composed current) {
        issued.printed().forEach((id, before) -> {
            PrintedEntry now = current.printed().get(id);
            if (now != null) {
                SequencedMap<String, String> then = words(kind, before);
                words(kind, now).forEach((field, is) -> {
                    String was = then.getOrDefault(field, NOT_IN_IT);
                    if (!was.equals(is)) {
                        found.add(new Difference(now.no(), now.name(), field, was, is));
                    }
                });
            }
        });
    }

    private static SequencedMap<String, String> words(MaterialKind kind, PrintedEntry entry) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        switch (kind) {
            case RESULTS -> {
                words.put(
                        "事業名",
                        entry.initiatives().stream()
                                .map(initiative -> Stream.concat(
                                                Stream.of(initiative.title()), initiative.towns().stream())
                                        .collect(Collectors.joining("・")))
                                .collect(Collectors.joining("\n")));
                words.put("注記", String.join("\n", entry.remarks()));
            }
            case OVERVIEW -> words.put("把握できなかった理由", entry.reason());
            case TREND, NOTES -> {
                // Nothing beyond.
            }
        }
        return words;
    }

    private record Subject(String no, String name) {}

    private static <T> void compare(
            List<Difference> found,
            SequencedMap<UUID, T> issued,
            SequencedMap<UUID, T> current,
            String whole,
            Function<T, Subject> subject,
            Function<T, String> asAWhole,
            Function<T, SequencedMap<String, String>> fields) {
        for (UUID id : union(issued.sequencedKeySet(), current.sequencedKeySet())) {
            T before = issued.get(id);
            T now = current.get(id);
            if (before != null && now != null) {
                Subject same = subject.apply(now);
                SequencedMap<String, String> then = fields.apply(before);
                SequencedMap<String, String> today = fields.apply(now);
                for (String field : union(then.sequencedKeySet(), today.sequencedKeySet())) {
                    String was = then.getOrDefault(field, NOT_IN_IT);
                    String is = today.getOrDefault(field, NOT_IN_IT);
                    if (!was.equals(is)) {
                        found.add(new Difference(same.no(), same.name(), field, was, is));
                    }
                }
            } else if (before != null) {
                Subject gone = subject.apply(before);
                found.add(new Difference(gone.no(), gone.name(), whole, asAWhole.apply(before), NOT_IN_IT));
            } else if (now != null) {
                Subject added = subject.apply(now);
                found.add(new Difference(added.no(), added.name(), whole, NOT_IN_IT, asAWhole.apply(now)));
            }
        }
    }

    private static <T> SequencedSet<T> union(SequencedSet<T> first, SequencedSet<T> second) {
        SequencedSet<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    /** What the paper prints of an indicator. */
    private static SequencedMap<String, String> fields(MaterialKind kind, IssuedIndicator indicator) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("番号", indicator.no());
        fields.put("指標名", indicator.name());
        fields.put(
                "体系",
                indicator.sections().stream()
                        .map(section -> section.number() + " " + section.title())
                        .collect(Collectors.joining(" ＞ ")));
        switch (kind) {
            case RESULTS -> results(fields, indicator);
            case OVERVIEW -> {
                fields.put("評価", label(indicator.grade()));
                fields.put("前年度の評価", label(indicator.previousGrade()));
            }
            case TREND ->
                indicator.figures().forEach(figure -> fields.put(year(figure) + "の評価", label(figure.grade())));
            case NOTES -> {
                // A list of notes has no indicators.
            }
        }
        return fields;
    }

    private static void results(SequencedMap<String, String> fields, IssuedIndicator indicator) {
        fields.put("単位", indicator.unit());
        fields.put("基準値", indicator.baselineText());
        fields.put("目標値", indicator.targetText());
        for (IssuedFigure figure : indicator.figures()) {
            String field = year(figure) + "の実績";
            fields.put(field, figure.text() + (figure.partial() ? "（一部の市町のみ）" : ""));
            if (figure.byTown().size() > 1) {
                figure.byTown().forEach(town -> fields.put("%s（%s）".formatted(field, town.name()), town.text()));
            }
        }
        fields.put("進捗率", indicator.progressText());
        fields.put("前年度との差", indicator.changeText());
        fields.put("評価", label(indicator.grade()));
        fields.put("個別の評価", indicator.manualGrade());
        for (IssuedNarrative narrative : indicator.narratives()) {
            String whose = narrative.town().isEmpty() ? "" : "（%s）".formatted(narrative.town());
            fields.put("進捗状況・成果" + whose, narrative.progress());
            fields.put("今後の取組等" + whose, narrative.outlook());
            fields.put("事業名" + whose, narrative.initiatives());
        }
    }

    private static SequencedMap<String, String> fields(IssuedNote note) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("種類", note.kind().label());
        fields.put("見える人", note.visibility().label());
        fields.put("状態", note.state().label());
        fields.put("本文", note.text());
        fields.put(
                "返信",
                note.replies().stream()
                        .flatMap(reply -> Stream.of("%s：%s".formatted(reply.whose(), reply.text())))
                        .collect(Collectors.joining("\n")));
        return fields;
    }

    private static String year(IssuedFigure figure) {
        return new FiscalYear(figure.fiscalYear()).longLabel();
    }

    private static String label(@Nullable IssuedGrade grade) {
        return grade == null ? "" : grade.label();
    }
}
