package jp.kyosei.backend.sheet.xlsx;

import jp.kyosei.backend.officefile.ContentTypes;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.SheetLimits;
import jp.kyosei.backend.sheet.UnreadableFileException;

/** What a zip file is: a workbook, or something else that is packed the same way. */
final class WorkbookTypes {
    private static final String PLAIN_WORKBOOK = "spreadsheetml.sheet.main+xml";
    private static final String TEMPLATE = "spreadsheetml.template.main+xml";
    private static final int LONGEST_MIME_TYPE = 200;

    private WorkbookTypes() {}

    /** @throws UnreadableFileException if it is no workbook that may be read */
    static void requireWorkbook(ZipParts parts) {
        if (!parts.has(ContentTypes.PART)) {
            throw withoutTypes(parts);
        }
        ContentTypes types = ContentTypes.of(parts, SheetLimits.DIRECTORY_BYTES);
        if (types.any("sheet.binary")) {
            throw FileRefusals.binary();
        }
        if (types.hasMacros()) {
            throw FileRefusals.macros();
        }
        if (types.any("wordprocessingml")) {
            throw FileRefusals.otherKind("Wordの文書");
        }
        if (types.any("presentationml")) {
            throw FileRefusals.otherKind("PowerPointのスライド");
        }
        if (types.hasActiveX()) {
            throw FileRefusals.activeX();
        }
        if (!types.any(PLAIN_WORKBOOK) && !types.any(TEMPLATE)) {
            throw FileRefusals.broken("Excelブックの中身が見つかりません");
        }
    }

    private static UnreadableFileException withoutTypes(ZipParts parts) {
        String type = parts.has("mimetype") ? parts.text("mimetype", LONGEST_MIME_TYPE) : "";
        if (type.contains("opendocument.spreadsheet")) {
            return FileRefusals.otherSpreadsheet("LibreOffice");
        }
        if (type.contains("opendocument.text")) {
            return FileRefusals.otherKind("LibreOfficeの文書");
        }
        if (parts.names().stream().anyMatch(name -> name.endsWith(".iwa"))) {
            return FileRefusals.otherSpreadsheet("Numbers");
        }
        boolean workbook = parts.names().stream().anyMatch(name -> name.startsWith("xl/"));
        return workbook ? FileRefusals.broken("Excelブックの目次がありません") : FileRefusals.otherKind("ZIPなどのまとめたファイル");
    }
}
