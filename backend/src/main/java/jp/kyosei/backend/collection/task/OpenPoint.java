package jp.kyosei.backend.collection.task;

import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Something about a task that is to be known before it goes on: a finding that nobody has confirmed, or a narrative that is
 * not written. It asks and never blocks.
 *
 * @param no the number of what the task asks for
 * @param name its name
 * @param label in a word: 累計が減少, 評価文が空欄
 * @param message what is odd, and what to do
 */
public record OpenPoint(
        String no, String name, MunicipalityCode municipality, Sort sort, String label, String message) {
    private static final int NAMED_AT_MOST = 5;

    /** What is open. */
    public enum Sort {
        FINDING,
        NO_NARRATIVE
    }

    /** How many there are of each sort, in words: 確かめていない指摘が2件、評価文の空欄が1件. */
    public static String counts(List<OpenPoint> points) {
        long findings =
                points.stream().filter(point -> point.sort() == Sort.FINDING).count();
        long blank = points.size() - findings;
        String found = findings == 0 ? "" : "確かめていない指摘が%d件".formatted(findings);
        String empty = blank == 0 ? "" : "評価文の空欄が%d件".formatted(blank);
        return found + (found.isEmpty() || empty.isEmpty() ? "" : "、") + empty;
    }

    /** The first of them in a line each. */
    static String list(List<OpenPoint> points) {
        String named = points.stream()
                .limit(NAMED_AT_MOST)
                .map(point -> "No.%s %s：%s".formatted(point.no(), point.label(), point.message()))
                .collect(Collectors.joining(" "));
        return points.size() <= NAMED_AT_MOST ? named : named + " ほか %d 件".formatted(points.size() - NAMED_AT_MOST);
    }
}
