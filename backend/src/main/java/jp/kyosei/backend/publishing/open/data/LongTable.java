package jp.kyosei.backend.publishing.open.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Head;
import org.jspecify.annotations.Nullable;

/**
 * The long form by 機械可読性: one record for each indicator, fiscal year and municipality, and one for the whole. A cell is a
 * text, a number, or empty; coded reasons stand for what is missing, words of departments do not.
 */
public final class LongTable {
    /** Its columns, and what stands in them. */
    public static final SequencedMap<String, String> COLUMNS = columns();

    private LongTable() {}

    private static SequencedMap<String, String> columns() {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        columns.put("計画主体ID", "公開した団体の識別名");
        columns.put("計画主体", "公開した団体の名称");
        columns.put("計画ID", "計画の識別名");
        columns.put("計画", "計画の名称");
        columns.put("公開年度", "公開した年度。その年度の4月の西暦（令和4年度は2022）");
        columns.put("版", "公開の版。1から数える");
        columns.put("指標番号", "計画の中での番号");
        columns.put("種別", "KPI、数値目標など");
        columns.put("指標", "指標の名称");
        columns.put("体系", "指標が属する体系の番号。上から「/」で区切る");
        columns.put("単位", "値の単位");
        columns.put("累計", "累計の指標は1、ほかは0");
        columns.put("良い方向コード", "HIGHER、LOWER、KEEPのいずれか");
        columns.put("年度", "値の年度。その年度の4月の西暦");
        columns.put("年度の初日", "YYYY-MM-DD");
        columns.put("年度の末日", "YYYY-MM-DD");
        columns.put("範囲", "全体、または市町村");
        columns.put("市町村コード", "全国地方公共団体コード（6桁の文字列）。全体の行は空");
        columns.put("市町村", "市町村の名称。全体の行は空");
        columns.put("値", "数値。桁区切りなし。値がなければ空");
        columns.put("分子", "比率の分子。なければ空");
        columns.put("分母", "比率の分母。なければ空");
        columns.put("値の年度", "別の年度の値を用いたときの、その年度。ほかは空");
        columns.put("一部の市町村のみ", "一部の市町村の値がまだない全体の値は1、ほかは0");
        columns.put("値なしコード", "値がない理由の区分のコード。なければ空");
        columns.put("値なしの理由", "値がない理由の区分。なければ空");
        columns.put("評価", "その年度の全体の評価。市町村の行は空");
        columns.put("現状値", "計画の現状値（基準値）。なければ空");
        columns.put("現状値の年度", "現状値の年度。なければ空");
        columns.put("目標値", "最終の目標値");
        columns.put("目標値の年度", "目標値の年度");
        return columns;
    }

    /** The records of all indicators; each has a cell for each column. */
    public static List<List<Object>> records(Head head, PublishedYear document) {
        return document.rows().stream()
                .flatMap(row -> records(head, document, row).stream())
                .toList();
    }

    /** Those of one. */
    public static List<List<Object>> records(Head head, PublishedYear document, PublishedYear.Row row) {
        List<List<Object>> records = new ArrayList<>();
        for (PublishedYear.Figure figure : row.figures()) {
            records.add(cells(
                    head,
                    document,
                    row,
                    figure.fiscalYear(),
                    List.of("全体", "", ""),
                    figure(
                            figure.value(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.referenceYear(),
                            figure.partial(),
                            figure.missing(),
                            figure.grade())));
            for (PublishedYear.Town town : figure.byMunicipality()) {
                records.add(cells(
                        head,
                        document,
                        row,
                        figure.fiscalYear(),
                        List.of("市町村", town.municipality(), town.name()),
                        figure(
                                town.value(),
                                town.numerator(),
                                town.denominator(),
                                town.referenceYear(),
                                false,
                                town.missing(),
                                null)));
            }
        }
        return records;
    }

    private static List<Object> cells(
            Head head,
            PublishedYear document,
            PublishedYear.Row row,
            int year,
            List<String> place,
            List<Object> figure) {
        List<Object> cells = new ArrayList<>(List.of(
                head.owner(),
                head.ownerName(),
                head.plan(),
                head.title(),
                BigDecimal.valueOf(document.fiscalYear()),
                BigDecimal.valueOf(head.revision()),
                row.no(),
                row.kindLabel(),
                row.name(),
                String.join("/", row.section()),
                row.unit(),
                flag(row.cumulative()),
                row.direction(),
                BigDecimal.valueOf(year),
                year + "-04-01",
                year + 1 + "-03-31"));
        cells.addAll(place);
        cells.addAll(figure);
        cells.add(orEmpty(row.baseline().value()));
        cells.add(year(row.baseline().fiscalYear()));
        cells.add(row.target().value());
        cells.add(BigDecimal.valueOf(row.target().fiscalYear()));
        return cells;
    }

    private static List<Object> figure(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            boolean partial,
            PublishedYear.@Nullable Missing missing,
            PublishedYear.@Nullable Mark grade) {
        return List.of(
                orEmpty(value),
                orEmpty(numerator),
                orEmpty(denominator),
                year(referenceYear),
                flag(partial),
                missing == null ? "" : missing.reason(),
                missing == null ? "" : missing.label(),
                grade == null ? "" : grade.label());
    }

    private static Object orEmpty(@Nullable BigDecimal number) {
        return number == null ? "" : number;
    }

    private static Object year(@Nullable Integer year) {
        return year == null ? "" : BigDecimal.valueOf(year);
    }

    private static BigDecimal flag(boolean yes) {
        return yes ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
