package jp.kyosei.backend.sheet.xlsx;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.officefile.OfficeActivity;
import jp.kyosei.backend.officefile.OfficeFileException;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.BookKind;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.sheet.SheetLimits;
import jp.kyosei.backend.sheet.Tally;
import jp.kyosei.backend.sheet.UnreadableFileException;

/** Reads an {@code .xlsx}, in either variety of ISO/IEC 29500, part by part as a stream. */
public final class Workbook {
    private Workbook() {}

    /**
     * Reads it.
     *
     * @param hidden whether the hidden sheets are read, too
     * @throws UnreadableFileException if it cannot be read
     */
    public static Book read(byte[] content, boolean hidden) {
        try {
            return read(ZipParts.of(content, SheetLimits.UNPACKED_BYTES, SheetLimits.PARTS), hidden);
        } catch (OfficeFileException e) {
            throw FileRefusals.of(e);
        }
    }

    private static Book read(ZipParts parts, boolean hidden) {
        WorkbookTypes.requireWorkbook(parts);
        String main = Links.of(parts, "").target("officeDocument");
        if (main == null) {
            throw FileRefusals.broken("Excelブックの目次がありません");
        }
        Links links = Links.of(parts, main);
        WorkbookList list = new WorkbookList(links);
        PartXml.read(parts.open(main, SheetLimits.DIRECTORY_BYTES), list);
        if (list.count() == 0) {
            throw FileRefusals.broken("シートが1つもありません");
        }
        if (list.visible().isEmpty()) {
            throw new UnreadableFileException("表示されているワークシートがありません。Excelで取り込む表のシートを再表示し、保存し直してください。");
        }
        Book book = book(parts, links, list, hidden ? list.all() : list.visible());
        // Nothing is followed while it is read; but whoever opens the file later would follow it.
        OfficeActivity.of(parts).ifPresent(activity -> {
            throw FileRefusals.active(activity);
        });
        return book;
    }

    private static Book book(ZipParts parts, Links links, WorkbookList list, List<WorkbookList.Entry> wanted) {
        String styles = links.target("styles");
        CellFormats formats = styles == null
                ? CellFormats.none(list.from1904())
                : CellFormats.of(parts.open(styles, SheetLimits.DIRECTORY_BYTES), list.from1904());
        String texts = links.target("sharedStrings");
        List<String> shared =
                texts == null ? List.of() : SharedTexts.of(parts.open(texts, SheetLimits.SHARED_TEXT_BYTES));
        Tally tally = new Tally();
        List<Sheet> sheets = new ArrayList<>();
        for (WorkbookList.Entry entry : wanted) {
            SheetCells cells = new SheetCells(entry.name(), shared, formats, tally);
            Headway.part((double) sheets.size() / wanted.size(), (sheets.size() + 1.0) / wanted.size(), () -> {
                PartXml.read(parts.open(entry.part(), SheetLimits.SHEET_BYTES), cells);
                return cells;
            });
            sheets.add(cells.sheet());
        }
        if (sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())) {
            throw FileRefusals.noTable();
        }
        return new Book(
                BookKind.XLSX,
                sheets,
                list.all().stream()
                        .filter(entry -> !wanted.contains(entry))
                        .map(WorkbookList.Entry::name)
                        .toList());
    }
}
