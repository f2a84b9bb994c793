package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.resultsbook.ActualColumn;
import jp.kyosei.backend.resultsbook.CsvColumn;
import jp.kyosei.backend.resultsbook.IndicatorColumn;
import jp.kyosei.backend.resultsbook.NarrativeColumn;
import jp.kyosei.backend.resultsbook.PlanColumn;
import jp.kyosei.backend.resultsbook.RecordColumn;
import jp.kyosei.backend.resultsbook.ReporterColumn;
import jp.kyosei.backend.resultsbook.SectionColumn;
import jp.kyosei.backend.resultsbook.TargetColumn;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/**
 * One machine-readable sheet of this product's workbook: a header row, then one record a row. Collects what is wrong in it. People
 * write titles above and notes below, sort rows, and take away what is only for them.
 */
final class RecordSheet {
    private static final int MOST_ROWS_ABOVE = 30;

    /** What stands beside for people and is not read: it may be missing. */
    private static final Set<WorkbookColumns.Column> NOT_READ = Set.of(
            PlanColumn.SLUG,
            PlanColumn.OWNER,
            PlanColumn.OWNER_NAME,
            PlanColumn.FIRST_YEAR_ERA,
            PlanColumn.LAST_YEAR_ERA,
            PlanColumn.VERSION,
            PlanColumn.ADOPTED_ON,
            PlanColumn.JUDGED_YEAR,
            PlanColumn.JUDGED_YEAR_ERA,
            PlanColumn.MADE_AT,
            PlanColumn.SCOPE,
            SectionColumn.LEVEL,
            SectionColumn.LEVEL_NAME,
            IndicatorColumn.SECTION_TITLE,
            IndicatorColumn.BASELINE_YEAR_ERA,
            TargetColumn.NAME,
            TargetColumn.YEAR_ERA,
            TargetColumn.UNIT,
            TargetColumn.WHICH,
            ReporterColumn.MUNICIPALITY_NAME,
            ReporterColumn.DEPARTMENT_NAME,
            ActualColumn.NAME,
            ActualColumn.YEAR_ERA,
            ActualColumn.MUNICIPALITY_NAME,
            ActualColumn.UNIT,
            ActualColumn.MISSING_LABEL,
            ActualColumn.REFERENCE_YEAR_ERA,
            ActualColumn.STATE,
            NarrativeColumn.NAME,
            NarrativeColumn.YEAR_ERA,
            NarrativeColumn.MUNICIPALITY_NAME,
            NarrativeColumn.STATE,
            RecordColumn.NAME,
            RecordColumn.YEAR_ERA,
            CsvColumn.KIND,
            CsvColumn.SECTION,
            CsvColumn.SECTION_TITLE,
            CsvColumn.UNIT,
            CsvColumn.YEAR_ERA,
            CsvColumn.MUNICIPALITY_NAME,
            CsvColumn.MISSING_LABEL,
            CsvColumn.STATE,
            CsvColumn.BASELINE,
            CsvColumn.BASELINE_YEAR,
            CsvColumn.TARGET,
            CsvColumn.TARGET_YEAR,
            CsvColumn.RATE,
            CsvColumn.CHANGE,
            CsvColumn.GRADE);

    private final String title;
    private final List<? extends WorkbookColumns.Column> form;
    private final List<Finding> findings;
    private final Map<WorkbookColumns.Column, Integer> columns = new HashMap<>();
    private final List<Line> records = new ArrayList<>();

    /** @param findings where problems are added */
    RecordSheet(WorkbookColumns.Sheet form, Sheet sheet, List<Finding> findings) {
        this(form.title(), form.columns(), sheet, findings);
    }

    /** A table of other columns under a title of its own. */
    RecordSheet(String title, List<? extends WorkbookColumns.Column> form, Sheet sheet, List<Finding> findings) {
        this.title = title;
        this.form = form;
        this.findings = findings;
        if (sheet.rows().isEmpty()) {
            return;
        }
        Map<String, Integer> titles = new HashMap<>();
        Sheet.Row header = header(form, sheet);
        header.cells().forEach(cell -> titles.putIfAbsent(cell.text().strip(), cell.column()));
        for (WorkbookColumns.Column column : form) {
            Integer index = titles.get(column.title());
            if (index == null && !NOT_READ.contains(column)) {
                problem(
                        new CellPlace(sheet.name(), header.index(), 0),
                        "シート「%s」に「%s」の列がありません。出力したときの列をそのまま残してください。".formatted(title, column.title()));
            } else if (index != null) {
                columns.put(column, index);
            }
        }
        sheet.rows().stream().filter(row -> row.index() > header.index()).forEach(row -> take(sheet, row));
    }

    /** The row that has most of the heads: somebody may have written a title above. */
    private static Sheet.Row header(List<? extends WorkbookColumns.Column> form, Sheet sheet) {
        Set<String> heads = form.stream().map(WorkbookColumns.Column::title).collect(Collectors.toSet());
        Sheet.Row found = sheet.rows().getFirst();
        long most = 0;
        for (Sheet.Row row : sheet.rows().stream().limit(MOST_ROWS_ABOVE).toList()) {
            long known = row.cells().stream()
                    .filter(cell -> heads.contains(cell.text().strip()))
                    .count();
            if (known > most) {
                most = known;
                found = row;
            }
        }
        return found;
    }

    /** A record, or something that somebody wrote between or below them. */
    private void take(Sheet sheet, Sheet.Row row) {
        List<Cell> known = row.cells().stream()
                .filter(cell -> columns.containsValue(cell.column()))
                .toList();
        if (known.size() > 1 || form.size() <= 2) {
            records.add(new Line(sheet.name(), row));
            return;
        }
        Cell words = row.cells().getFirst();
        findings.add(Finding.notice(
                new CellPlace(sheet.name(), row.index(), words.column()),
                "",
                "「%s」は、値のない注記の行とみて取り込みません。".formatted(Quote.of(words.text()))));
    }

    List<Line> records() {
        return List.copyOf(records);
    }

    private void problem(CellPlace place, String message) {
        findings.add(Finding.problem(place, "", message));
    }

    /** One row below the header. */
    final class Line {
        private final String sheet;
        private final int row;
        private final Map<Integer, Cell> cells = new HashMap<>();

        Line(String sheet, Sheet.Row row) {
            this.sheet = sheet;
            this.row = row.index();
            row.cells().forEach(cell -> cells.put(cell.column(), cell));
        }

        CellPlace place(WorkbookColumns.Column column) {
            return new CellPlace(sheet, row, Objects.requireNonNullElse(columns.get(column), 0));
        }

        @Nullable
        Cell cell(WorkbookColumns.Column column) {
            Integer index = columns.get(column);
            return index == null ? null : cells.get(index);
        }

        /** The text of a cell; empty where it is blank. */
        String text(WorkbookColumns.Column column) {
            Cell cell = cell(column);
            return cell == null ? "" : cell.text();
        }

        @Nullable
        String textOrNull(WorkbookColumns.Column column) {
            Cell cell = cell(column);
            return cell == null ? null : cell.text();
        }

        /** A figure, with the decimals that it is shown with. */
        @Nullable
        BigDecimal figure(WorkbookColumns.Column column) {
            Cell cell = cell(column);
            if (cell == null) {
                return null;
            }
            try {
                BigDecimal number = cell.number();
                BigDecimal value = number == null
                        ? new BigDecimal(cell.text().strip().replace(",", ""))
                        : FigureCells.value(cell.text(), number);
                if (Observed.isHoldable(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            wrong(column, "数値にしてください");
            return null;
        }

        @Nullable
        Integer whole(WorkbookColumns.Column column) {
            BigDecimal number = figure(column);
            if (number == null) {
                return null;
            }
            if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(10_000)) > 0) {
                wrong(column, "整数にしてください");
                return null;
            }
            return number.intValue();
        }

        /** A fiscal year, given by the year of its April. */
        @Nullable
        FiscalYear year(WorkbookColumns.Column column) {
            Cell cell = cell(column);
            Optional<FiscalYear> named = cell == null || cell.number() != null
                    ? Optional.empty()
                    : FiscalYear.parse(cell.text().strip());
            if (named.isPresent()) {
                return named.get();
            }
            Integer year = whole(column);
            if (year == null) {
                return null;
            }
            if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
                wrong(column, "年度を西暦4桁で入れてください");
                return null;
            }
            return new FiscalYear(year);
        }

        /** The same where it must be given; the first that there is in place of what is none. */
        FiscalYear requiredYear(WorkbookColumns.Column column) {
            FiscalYear year = year(column);
            if (year == null && text(column).isEmpty()) {
                wrong(column, "年度を西暦4桁で入れてください");
            }
            return year == null ? new FiscalYear(FiscalYear.FIRST) : year;
        }

        boolean flag(WorkbookColumns.Column column) {
            return text(column).strip().equals("1");
        }

        /** A municipality's code; spreadsheets drop the leading 0 of a code that somebody types as a number. */
        @Nullable
        MunicipalityCode town(WorkbookColumns.Column column) {
            String text = text(column).strip();
            if (text.isEmpty()) {
                return null;
            }
            Optional<MunicipalityCode> code = MunicipalityCode.parse(text).or(() -> MunicipalityCode.parse("0" + text));
            if (code.isEmpty()) {
                wrong(column, "全国地方公共団体コード（6桁、文字列）にしてください");
            }
            return code.orElse(null);
        }

        /** One of a list of values by its label. */
        <T> @Nullable T oneOf(WorkbookColumns.Column column, T[] values, Function<T, String> label) {
            String text = text(column).strip();
            if (text.isEmpty()) {
                return null;
            }
            for (T value : values) {
                if (label.apply(value).equals(text)) {
                    return value;
                }
            }
            wrong(
                    column,
                    "次のどれかにしてください: %s"
                            .formatted(String.join(
                                    "、", List.of(values).stream().map(label).toList())));
            return null;
        }

        <T> T oneOf(WorkbookColumns.Column column, T[] values, Function<T, String> label, T otherwise) {
            if (text(column).isBlank()) {
                wrong(
                        column,
                        "次のどれかにしてください: %s"
                                .formatted(String.join(
                                        "、", List.of(values).stream().map(label).toList())));
                return otherwise;
            }
            T found = oneOf(column, values, label);
            return found == null ? otherwise : found;
        }

        /** @param message a whole sentence of what is wrong and what to do */
        void refused(WorkbookColumns.Column column, String message) {
            problem(
                    place(column),
                    "シート「%s」の「%s」の値「%s」: %s".formatted(title, column.title(), Quote.of(text(column)), message));
        }

        /** @param whatToDo without its full stop */
        void wrong(WorkbookColumns.Column column, String whatToDo) {
            problem(
                    place(column),
                    "シート「%s」の「%s」の値「%s」が正しくありません。%s。"
                            .formatted(title, column.title(), Quote.of(text(column)), whatToDo));
        }
    }
}
