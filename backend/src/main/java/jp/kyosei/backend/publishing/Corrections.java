package jp.kyosei.backend.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of a published year corrects of the one before (正誤表): figures and what is computed of them, old and
 * new. Of words only that they were changed: what an owner takes out of them is not to be read there again.
 */
final class Corrections {
    /** So many are told one by one of a revision. */
    static final int MOST = 1_000;

    /** So many revisions are told of. */
    static final int MOST_EDITIONS = 50;

    private static final String NONE = "なし";

    private Corrections() {}

    /** The newest of the earlier ones and the new one, oldest first. */
    static List<PublishedYear.Edition> editions(
            List<PublishedYear.Edition> earlier, int revision, Instant at, List<PublishedYear.Correction> corrections) {
        List<PublishedYear.Edition> all =
                new ArrayList<>(earlier.subList(Math.max(0, earlier.size() - MOST_EDITIONS + 1), earlier.size()));
        int told = Math.min(MOST, corrections.size());
        all.add(new PublishedYear.Edition(revision, at, corrections.subList(0, told), corrections.size() - told));
        return all;
    }

    /** In the order of the new revision; an indicator is known by its number, else by its name. */
    static List<PublishedYear.Correction> between(PublishedYear before, PublishedYear after) {
        List<PublishedYear.Correction> found = new ArrayList<>();
        compare(found, "", "", Map.of("計画の名称", before.title()), Map.of("計画の名称", after.title()));
        Map<String, PublishedYear.Row> left = before.rows().stream()
                .collect(Collectors.toMap(PublishedYear.Row::no, row -> row, (one, same) -> one, LinkedHashMap::new));
        Map<String, PublishedYear.Row> partners = partners(left, after.rows());
        for (PublishedYear.Row row : after.rows()) {
            PublishedYear.Row old = partners.get(row.no());
            if (old == null) {
                found.add(new PublishedYear.Correction(row.no(), row.name(), "指標", NONE, "追加"));
            } else {
                compare(found, row.no(), row.name(), cells(old), cells(row));
                words(found, row, old);
            }
        }
        left.values().forEach(row -> found.add(new PublishedYear.Correction(row.no(), row.name(), "指標", "あり", "削除")));
        return found;
    }

    /** What each new row was before; they are taken out of what is left. */
    private static Map<String, PublishedYear.Row> partners(
            Map<String, PublishedYear.Row> left, List<PublishedYear.Row> rows) {
        Map<String, PublishedYear.Row> partners = new HashMap<>();
        for (PublishedYear.Row row : rows) {
            PublishedYear.Row same = left.get(row.no());
            if (same != null && same.name().equals(row.name())) {
                partners.put(row.no(), same);
                left.remove(row.no());
            }
        }
        for (PublishedYear.Row row : rows) {
            if (!partners.containsKey(row.no())) {
                Optional<PublishedYear.Row> named = left.values().stream()
                        .filter(old -> old.name().equals(row.name()))
                        .findFirst()
                        .or(() -> Optional.ofNullable(left.get(row.no())));
                named.ifPresent(old -> {
                    partners.put(row.no(), old);
                    left.remove(old.no());
                });
            }
        }
        return partners;
    }

    private static void compare(
            List<PublishedYear.Correction> found,
            String no,
            String name,
            Map<String, String> before,
            Map<String, String> after) {
        Map<String, String> all = new LinkedHashMap<>(after);
        before.forEach((cell, text) -> all.putIfAbsent(cell, NONE));
        all.forEach((cell, text) -> {
            String old = before.getOrDefault(cell, NONE);
            if (!old.equals(text)) {
                found.add(new PublishedYear.Correction(no, name, cell, old, text));
            }
        });
    }

    private static Map<String, String> cells(PublishedYear.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("番号", row.no());
        cells.put("指標の名称", row.name());
        cells.put("単位", row.unit());
        cells.put("体系", String.join(" › ", row.section()));
        cells.put("種別", row.kindLabel());
        cells.put("累計", row.cumulative() ? "累計" : "累計でない");
        cells.put("良い方向", row.directionLabel());
        cells.put("現状値", baseline(row.baseline()));
        cells.put(
                "目標値",
                "%s（%s）"
                        .formatted(
                                row.target().text(), new FiscalYear(row.target().fiscalYear()).shortLabel()));
        cells.put("この年度の目標値", row.judgedText());
        row.figures().forEach(figure -> {
            String cell = new FiscalYear(figure.fiscalYear()).longLabel() + "の実績";
            cells.put(
                    cell,
                    figure(figure.text(), figure.missing(), figure.referenceYear())
                            + (figure.partial() ? "（一部の市町村のみ）" : ""));
            figure.byMunicipality()
                    .forEach(town -> cells.put(
                            "%s（%s）".formatted(cell, town.name()),
                            figure(town.text(), town.missing(), town.referenceYear())));
        });
        cells.put("進捗率", said(row.progressText()));
        cells.put("前年度との差", said(row.changeText()));
        cells.put("評価", mark(row.grade()));
        cells.put("前年度の評価", mark(row.previousGrade()));
        cells.put("団体の判断", said(row.manualGrade()));
        return cells;
    }

    private static String baseline(PublishedYear.Baseline baseline) {
        Integer year = baseline.fiscalYear();
        return said(baseline.note().isEmpty() ? baseline.text() : baseline.note())
                + (year == null ? "" : "（%s）".formatted(new FiscalYear(year).shortLabel()));
    }

    /** Without the department's own words. */
    private static String figure(
            String text, PublishedYear.@Nullable Missing missing, @Nullable Integer referenceYear) {
        return missing != null
                ? missing.label()
                : said(text)
                        + (referenceYear == null ? "" : "（%sの値）".formatted(new FiscalYear(referenceYear).shortLabel()));
    }

    private static void words(List<PublishedYear.Correction> found, PublishedYear.Row after, PublishedYear.Row before) {
        changed(found, after, "指標の説明", before.description(), after.description());
        changed(found, after, "出典", before.source(), after.source());
        changed(found, after, "値がない理由の説明", explanations(before), explanations(after));
        changed(
                found,
                after,
                "進捗状況と今後の取組",
                before.narratives().toString().replace("[]", ""),
                after.narratives().toString().replace("[]", ""));
    }

    private static void changed(
            List<PublishedYear.Correction> found, PublishedYear.Row row, String cell, String before, String after) {
        if (!before.equals(after)) {
            found.add(new PublishedYear.Correction(
                    row.no(),
                    row.name(),
                    cell,
                    "",
                    before.isEmpty() ? "文を加えました" : after.isEmpty() ? "文を除きました" : "文を改めました"));
        }
    }

    private static String explanations(PublishedYear.Row row) {
        return row.figures().stream()
                .map(PublishedYear.Figure::missing)
                .map(missing -> missing == null ? "" : missing.note())
                .filter(note -> !note.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String mark(PublishedYear.@Nullable Mark mark) {
        return mark == null ? NONE : mark.label();
    }

    private static String said(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
