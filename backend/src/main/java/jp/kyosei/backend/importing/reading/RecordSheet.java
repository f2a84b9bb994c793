package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/** One machine-readable sheet of this product's workbook: a header row, then one record a row. Collects what is wrong in it. */
final class RecordSheet {
    private final WorkbookColumns.Sheet form;
    private final List<Finding> findings;
    private final Map<WorkbookColumns.Column, Integer> columns = new HashMap<>();
    private final List<Line> records = new ArrayList<>();

    /** @param findings where problems are added */
    RecordSheet(WorkbookColumns.Sheet form, Sheet sheet, List<Finding> findings) {
        this.form = form;
        this.findings = findings;
        if (sheet.rows().isEmpty()) {
            return;
        }
        Map<String, Integer> titles = new HashMap<>();
        Sheet.Row header = sheet.rows().getFirst();
        header.cells().forEach(cell -> titles.putIfAbsent(cell.text().strip(), cell.column()));
        for (WorkbookColumns.Column column : form.columns()) {
            Integer index = titles.get(column.title());
            if (index == null) {
                problem(
                        new CellPlace(sheet.name(), header.index(), 0),
                        "シート「%s」に「%s」の列がありません。出力したときの列をそのまま残してください。".formatted(form.title(), column.title()));
            } else {
                columns.put(column, index);
            }
        }
        sheet.rows().stream().skip(1).forEach(row -> records.add(new Line(sheet.name(), row)));
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

        private @Nullable Cell cell(WorkbookColumns.Column column) {
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
            Optional<MunicipalityCode> code = MunicipalityCode.parse(text);
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
                    "シート「%s」の「%s」の値「%s」: %s".formatted(form.title(), column.title(), Quote.of(text(column)), message));
        }

        /** @param whatToDo without its full stop */
        void wrong(WorkbookColumns.Column column, String whatToDo) {
            problem(
                    place(column),
                    "シート「%s」の「%s」の値「%s」が正しくありません。%s。"
                            .formatted(form.title(), column.title(), Quote.of(text(column)), whatToDo));
        }
    }
}
