package jp.kyosei.backend.sheet;

import java.util.ArrayList;
import java.util.List;

/** Reads an {@code .xlsx}, in either variety of ISO/IEC 29500, part by part as a stream. */
final class Workbook {
    private Workbook() {}

    /**
     * Reads it.
     *
     * @param hidden whether the hidden sheets are read, too
     * @throws UnreadableFileException if it cannot be read
     */
    static Book read(byte[] content, boolean hidden) {
        ZipParts parts = ZipParts.of(content);
        ContentTypes.requireWorkbook(parts);
        String main = Links.of(parts, "").target("officeDocument");
        if (main == null) {
            throw Refusals.broken("Excelブックの目次がありません");
        }
        Links links = Links.of(parts, main);
        WorkbookList list = new WorkbookList(links);
        PartXml.read(parts.open(main, Limits.DIRECTORY_BYTES), list);
        if (list.count() == 0) {
            throw Refusals.broken("シートが1つもありません");
        }
        if (list.visible().isEmpty()) {
            throw new UnreadableFileException("表示されているワークシートがありません。Excelで取り込む表のシートを再表示し、保存し直してください。");
        }
        return book(parts, links, list, hidden ? list.all() : list.visible());
    }

    private static Book book(ZipParts parts, Links links, WorkbookList list, List<WorkbookList.Entry> wanted) {
        String styles = links.target("styles");
        CellFormats formats = styles == null
                ? CellFormats.none(list.from1904())
                : CellFormats.of(parts.open(styles, Limits.DIRECTORY_BYTES), list.from1904());
        String texts = links.target("sharedStrings");
        List<String> shared = texts == null ? List.of() : SharedTexts.of(parts.open(texts, Limits.SHARED_TEXT_BYTES));
        Tally tally = new Tally();
        List<Sheet> sheets = new ArrayList<>();
        for (WorkbookList.Entry entry : wanted) {
            SheetCells cells = new SheetCells(entry.name(), shared, formats, tally);
            PartXml.read(parts.open(entry.part(), Limits.SHEET_BYTES), cells);
            sheets.add(cells.sheet());
        }
        if (sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())) {
            throw Refusals.noTable();
        }
        return new Book(BookKind.XLSX, sheets);
    }
}
