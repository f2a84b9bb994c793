package jp.kyosei.backend.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as it came back.
 *
 * @param rows those that are known, in their order
 * @param problems with its form
 */
record ReadWorkbook(WorkbookFacts facts, List<Line> rows, List<WorkbookProblem> problems) {
    private static final Set<String> OWN_HEADS = Stream.concat(
                    WorkbookWriter.knownHeads().stream(),
                    Arrays.stream(EntryField.values()).map(field -> EntryField.plain(field.head())))
            .collect(Collectors.toUnmodifiableSet());

    ReadWorkbook {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** One row, as it was typed. */
    record Line(
            WorkbookFacts.RowFacts facts,
            String sheet,
            int row,
            Map<EntryField, Integer> columns,
            Map<EntryField, String> texts) {
        String no() {
            return facts.no();
        }

        String text(EntryField field) {
            return texts.getOrDefault(field, "");
        }

        boolean isBlank(EntryField field) {
            return text(field).isBlank();
        }

        /** Whether somebody has typed something else than what stood there. A column that is gone was not typed into. */
        boolean isEdited(EntryField field) {
            return columns.containsKey(field) && !facts.held(field, text(field));
        }

        CellPlace place(EntryField field) {
            return new CellPlace(sheet, row, columns.getOrDefault(field, 0));
        }
    }

    /** @throws WorkbookFacts.UnusableException if it is no workbook of a collection, or what it keeps hidden is damaged */
    static ReadWorkbook of(Book book) {
        Sheet hidden = book.sheets().stream()
                .filter(sheet -> sheet.name().equals(WorkbookFacts.SHEET))
                .findFirst()
                .orElseThrow(() -> new WorkbookFacts.UnusableException(
                        "実績照会のExcelではありません。この画面の「Excelをダウンロード」で作ったファイルに入力し、.xlsx のまま保存して送ってください。"));
        WorkbookFacts facts = WorkbookFacts.of(hidden);
        for (Sheet sheet : book.sheets()) {
            Optional<Heads> heads = Heads.find(sheet);
            if (heads.isPresent()) {
                return new Reading(sheet, heads.get(), facts).read();
            }
        }
        throw new WorkbookFacts.UnusableException("「番号」「指標名」「実績値」の見出しの行がありません。見出しを変えずに保存したファイルを送ってください。");
    }

    /**
     * The row of heads, and which column is what.
     *
     * @param others heads of columns that somebody has added
     */
    private record Heads(
            int row,
            int no,
            @Nullable Integer key,
            Map<EntryField, Integer> columns,
            List<EntryField> absent,
            List<EntryField> twice,
            Map<Integer, String> others) {
        static Optional<Heads> find(Sheet sheet) {
            return sheet.rows().stream().flatMap(row -> Heads.of(row).stream()).findFirst();
        }

        private static Optional<Heads> of(Sheet.Row row) {
            Map<String, Integer> columns = new HashMap<>();
            List<String> again = new ArrayList<>();
            Map<Integer, String> others = new TreeMap<>();
            for (Cell cell : row.cells()) {
                String head = EntryField.plain(cell.text());
                if (columns.putIfAbsent(head, cell.column()) != null) {
                    again.add(head);
                } else if (!OWN_HEADS.contains(head)) {
                    others.put(cell.column(), cell.text().strip());
                }
            }
            Integer no = columns.get(WorkbookWriter.NO_HEAD);
            if (no == null
                    || !columns.containsKey(WorkbookWriter.NAME_HEAD)
                    || !columns.containsKey(EntryField.VALUE.head())) {
                return Optional.empty();
            }
            Map<EntryField, Integer> found = new EnumMap<>(EntryField.class);
            List<EntryField> absent = new ArrayList<>();
            List<EntryField> twice = new ArrayList<>();
            for (EntryField field : EntryField.values()) {
                Integer column = columns.get(EntryField.plain(field.head()));
                if (column != null) {
                    found.put(field, column);
                } else if (field != EntryField.REASON) {
                    absent.add(field);
                }
                if (again.contains(EntryField.plain(field.head()))) {
                    twice.add(field);
                }
            }
            return Optional.of(
                    new Heads(row.index(), no, columns.get(WorkbookWriter.KEY_HEAD), found, absent, twice, others));
        }
    }

    /** One pass over the rows. */
    private static final class Reading {
        private final Sheet sheet;
        private final Heads heads;
        private final WorkbookFacts facts;
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private final List<WorkbookProblem> problems = new ArrayList<>();

        Reading(Sheet sheet, Heads heads, WorkbookFacts facts) {
            this.sheet = sheet;
            this.heads = heads;
            this.facts = facts;
        }

        ReadWorkbook read() {
            heads.absent()
                    .forEach(field -> problems.add(WorkbookProblem.at(
                            new CellPlace(sheet.name(), heads.row(), 0),
                            "",
                            "「%s」の列がありません。列を消さずに保存したファイルを送ってください。".formatted(EntryField.plain(field.head())))));
            heads.twice()
                    .forEach(field -> problems.add(WorkbookProblem.at(
                            new CellPlace(
                                    sheet.name(), heads.row(), heads.columns().getOrDefault(field, 0)),
                            "",
                            "「%s」の列が2つあります。どちらか1つにしてください。".formatted(EntryField.plain(field.head())))));
            others();
            sheet.rows().stream().filter(row -> row.index() > heads.row()).forEach(this::read);
            facts.rows().keySet().stream()
                    .filter(no -> !lines.containsKey(no))
                    .forEach(no -> problems.add(WorkbookProblem.toKnow(
                            no,
                            "No.%s の行がありません。登録されている値はそのまま残ります。消すときは、行を残して欄を空にし、送ったあとの確認で「空にする」を選んでください。"
                                    .formatted(no))));
            return new ReadWorkbook(facts, List.copyOf(lines.values()), problems);
        }

        /** Columns that somebody has added, where there is anything in them. */
        private void others() {
            int last = sheet.rows().stream()
                    .filter(row -> row.index() == heads.row())
                    .flatMap(row -> row.cells().stream())
                    .mapToInt(Cell::column)
                    .max()
                    .orElse(0);
            Map<Integer, String> added = new TreeMap<>(heads.others());
            sheet.rows().stream()
                    .filter(row -> row.index() > heads.row())
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> cell.column() > last && !cell.text().isBlank())
                    .forEach(cell -> added.putIfAbsent(cell.column(), ""));
            added.forEach((column, head) -> {
                CellPlace place = new CellPlace(sheet.name(), heads.row(), column);
                problems.add(WorkbookProblem.leftOut(
                        place,
                        "",
                        "%sは、照会の欄ではないので取り込みません。"
                                .formatted(
                                        head.isEmpty()
                                                ? place.name().replaceAll("[0-9]", "") + "列"
                                                : "「%s」の列".formatted(Quote.of(head)))));
            });
        }

        private void read(Sheet.Row row) {
            Map<Integer, Cell> cells = new HashMap<>();
            row.cells().forEach(cell -> cells.put(cell.column(), cell));
            Map<EntryField, String> texts = new EnumMap<>(EntryField.class);
            heads.columns().forEach((field, column) -> {
                Cell cell = cells.get(column);
                if (cell != null) {
                    texts.put(field, typed(field, cell));
                }
            });
            String printed = identity(cells.get(heads.no()));
            Integer keyColumn = heads.key();
            String key = keyColumn == null ? "" : identity(cells.get(keyColumn));
            CellPlace place = new CellPlace(sheet.name(), row.index(), heads.no());
            if (!key.isEmpty() && !printed.isEmpty() && !key.equals(printed)) {
                problems.add(WorkbookProblem.at(
                        place,
                        printed,
                        "番号「%s」が、この行の元の番号「%s」と違います。一部の列だけを並べ替えたか、番号を書き換えています。元に戻してください。".formatted(printed, key)));
                return;
            }
            String no = key.isEmpty() ? printed : key;
            WorkbookFacts.RowFacts known = facts.row(no);
            if (known == null) {
                if (row.cells().stream().anyMatch(cell -> !cell.text().isBlank())) {
                    problems.add(WorkbookProblem.leftOut(
                            place,
                            no,
                            no.isEmpty() || texts.isEmpty()
                                    ? "%d行目は、どの指標の行でもないので取り込みません。".formatted(row.index() + 1)
                                    : "「%s」は、このExcelに元からある番号ではないので取り込みません。値があるときは、元からある行に入力してください。"
                                            .formatted(Quote.of(no))));
                }
                return;
            }
            Line line = new Line(known, sheet.name(), row.index(), heads.columns(), texts);
            Line before = lines.putIfAbsent(no, line);
            if (before != null) {
                problems.add(WorkbookProblem.at(
                        place,
                        no,
                        "No.%s の行が2つあります（%d行目と%d行目）。どちらか1つにしてください。".formatted(no, before.row() + 1, row.index() + 1)));
            }
        }

        private static String identity(@Nullable Cell cell) {
            return cell == null ? "" : cell.text().strip();
        }

        /** A number exactly, not as the format of its cell rounds it; a percentage as it is seen. */
        private static String typed(EntryField field, Cell cell) {
            boolean percent = cell.text().endsWith("%");
            return field.isNumber() && cell.number() != null && !percent
                    ? cell.number().toPlainString()
                    : cell.text().stripTrailing();
        }
    }
}
