package jp.kyosei.backend.sheet;

import static jp.kyosei.backend.sheet.XlsxParts.ROOT_LINKS;
import static jp.kyosei.backend.sheet.XlsxParts.SHEET;
import static jp.kyosei.backend.sheet.XlsxParts.STYLES;
import static jp.kyosei.backend.sheet.XlsxParts.TEXTS;
import static jp.kyosei.backend.sheet.XlsxParts.TYPES;
import static jp.kyosei.backend.sheet.XlsxParts.WORKBOOK;
import static jp.kyosei.backend.sheet.XlsxParts.WORKBOOK_LINKS;
import static jp.kyosei.backend.sheet.XlsxParts.ascii;
import static jp.kyosei.backend.sheet.XlsxParts.link;
import static jp.kyosei.backend.sheet.XlsxParts.links;
import static jp.kyosei.backend.sheet.XlsxParts.plain;
import static jp.kyosei.backend.sheet.XlsxParts.plainTypes;
import static jp.kyosei.backend.sheet.XlsxParts.styles;
import static jp.kyosei.backend.sheet.XlsxParts.swollen;
import static jp.kyosei.backend.sheet.XlsxParts.texts;
import static jp.kyosei.backend.sheet.XlsxParts.types;
import static jp.kyosei.backend.sheet.XlsxParts.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Files that no import may take, built anew at each run; the same bytes each time. What is wrong with the figures in a
 * sheet that can be read is not their business.
 */
public final class BadFiles {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String CSV = "項目,単位,現状値\n農業産出額,百万円,3560\n";
    private static final String MACRO = "application/vnd.ms-excel.";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String DAMAGED = "壊れて";

    private final List<Supplier<BadFile>> files = new ArrayList<>();

    private BadFiles() {
        damagedPackages();
        damagedParts();
        damagedSheets();
        otherKinds();
        lockedAndMacros();
        bombs();
        sizes();
        hostileXml();
        formulas();
        encodings();
        quotes();
    }

    /** Each is built only when the stream comes to it: together they would fill the memory. */
    public static Stream<BadFile> all() {
        return new BadFiles().files.stream().map(Supplier::get);
    }

    private void add(String name, String fileName, String messagePart, Supplier<byte[]> content) {
        files.add(() -> new BadFile(name, fileName, content.get(), messagePart));
    }

    private void xlsx(String name, String messagePart, Supplier<XlsxParts> parts) {
        add(name, "results.xlsx", messagePart, () -> parts.get().bytes());
    }

    private void xlsxBytes(String name, String messagePart, Supplier<byte[]> content) {
        add(name, "results.xlsx", messagePart, content);
    }

    private void csv(String name, String messagePart, Supplier<byte[]> content) {
        add(name, "results.csv", messagePart, content);
    }

    private void csvText(String name, String messagePart, String text) {
        csv(name, messagePart, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    private void damagedPackages() {
        xlsxBytes("package: nothing at all", "空です", () -> new byte[0]);
        xlsxBytes("package: one letter", "Excelブックではありません", () -> ascii("P"));
        xlsxBytes("package: a signature alone", DAMAGED, () -> ascii("PK\3\4"));
        xlsxBytes("package: an end record alone", DAMAGED, () -> ascii("PK\5\6" + "\0".repeat(18)));
        xlsxBytes("package: half of it", DAMAGED, () -> cut(0.5));
        xlsxBytes("package: nine tenths of it", DAMAGED, () -> cut(0.9));
        xlsxBytes(
                "package: without its last byte",
                DAMAGED,
                () -> Arrays.copyOf(plain().bytes(), plain().bytes().length - 1));
        xlsxBytes("package: without its beginning", DAMAGED, () -> {
            byte[] whole = plain().bytes();
            return Arrays.copyOfRange(whole, 100, whole.length);
        });
        xlsxBytes("package: zeros only", DAMAGED, () -> new byte[10_000]);
        xlsxBytes("package: noise", DAMAGED, () -> noise(10_000));
        xlsxBytes("package: noise behind a signature", DAMAGED, () -> joined(ascii("PK\3\4"), noise(10_000)));
        xlsxBytes("package: a hole in the packed data", DAMAGED, () -> {
            byte[] whole = plain().bytes();
            Arrays.fill(whole, 60, 160, (byte) 0);
            return whole;
        });
        xlsxBytes("package: a wrong checksum", DAMAGED, () -> listed(16, 0x12345678));
        xlsxBytes("package: an entry beyond the end", DAMAGED, () -> listed(42, 0x7FFFFFF0));
        xlsxBytes("package: a packed size beyond the end", DAMAGED, () -> listed(20, 0x7FFFFFF0));
        xlsxBytes("package: two entries at one place", DAMAGED, () -> {
            byte[] whole = plain().bytes();
            ByteBuffer bytes = little(whole);
            int second = list(bytes) + 46 + bytes.getShort(list(bytes) + 28);
            bytes.putInt(second + 42, 0);
            return whole;
        });
        xlsxBytes("package: an unknown packing", DAMAGED, () -> listedShort(10, 99));
        xlsxBytes("package: the list begins elsewhere", DAMAGED, () -> end(16, 5));
        xlsxBytes("package: the list says more than there is", DAMAGED, () -> endShort(10, 30));
        xlsxBytes("package: the list says less than there is", DAMAGED, () -> endShort(10, 3));
        xlsxBytes("package: another name in the list", DAMAGED, () -> {
            byte[] whole = plain().bytes();
            whole[list(little(whole)) + 46] = 'X';
            return whole;
        });
        xlsxBytes("package: the large list is nowhere", DAMAGED, () -> {
            byte[] whole = plain().bytes();
            byte[] locator = new byte[20];
            little(locator).putInt(0, 0x07064B50).putLong(8, Long.MAX_VALUE);
            return joined(
                    joined(Arrays.copyOf(whole, whole.length - 22), locator),
                    Arrays.copyOfRange(whole, whole.length - 22, whole.length));
        });
        xlsx("package: one part twice, in capitals", DAMAGED, () -> plain().with("XL/WORKBOOK.XML", workbook("")));
    }

    private void damagedParts() {
        xlsx("parts: no list of types", "目次がありません", () -> plain().without(TYPES));
        xlsx("parts: no links of the file", "目次がありません", () -> plain().without(ROOT_LINKS));
        xlsx("parts: no workbook", DAMAGED, () -> plain().without(WORKBOOK));
        xlsx("parts: no links of the workbook", "中身がありません", () -> plain().without(WORKBOOK_LINKS));
        xlsx("parts: no sheet", DAMAGED, () -> plain().without(SHEET));
        xlsx("parts: no shared texts", DAMAGED, () -> plain().without(TEXTS));
        xlsx("parts: no styles", DAMAGED, () -> plain().without(STYLES));
        xlsx("parts: types without a workbook", "中身が見つかりません", () -> plain().with(TYPES, types("application/xml", "")));
        xlsx("parts: types that break off", DAMAGED, () -> plain().with(
                        TYPES, plainTypes("").substring(0, 200)));
        xlsx("parts: a workbook that breaks off", DAMAGED, () -> plain().with(
                        WORKBOOK, workbook("").substring(0, 60)));
        xlsx("parts: links that break off", DAMAGED, () -> plain().with(
                        WORKBOOK_LINKS, links("").substring(0, 60)));
        xlsx("parts: styles that break off", DAMAGED, () -> plain().with(
                        STYLES, styles("").substring(0, 60)));
        xlsx("parts: shared texts that break off", DAMAGED, () -> plain().with(
                        TEXTS, texts("").substring(0, 60)));
        xlsx("parts: an empty sheet part", DAMAGED, () -> plain().with(SHEET, ""));
        xlsx("parts: no sheets listed", "シートが1つもありません", () -> plain().with(WORKBOOK, workbook("")));
        xlsx("parts: a sheet that is linked to nothing", "中身がありません", () -> plain().with(
                        WORKBOOK, workbook("<sheet name=\"指標\" r:id=\"rId9\"/>")));
        xlsx("parts: a sheet without a link", "中身がありません", () -> plain().with(
                        WORKBOOK, workbook("<sheet name=\"指標\"/>")));
        xlsx("parts: a sheet outside of the file", "中身がありません", () -> plain().with(
                        WORKBOOK_LINKS,
                        links(link("rId1", "worksheet", "http://127.0.0.1/sheet.xml")
                                .replace("/>", " TargetMode=\"External\"/>"))));
        xlsx("parts: a sheet up and out of the file", DAMAGED, () -> plain().with(
                        WORKBOOK_LINKS, links(link("rId1", "worksheet", "../../../../etc/passwd"))));
        xlsx("parts: one link twice", DAMAGED, () -> plain().with(
                        WORKBOOK_LINKS,
                        links(link("rId1", "worksheet", "worksheets/sheet1.xml").repeat(2))));
        xlsx("parts: two sheets of one name", "重なっています", () -> plain().with(
                        WORKBOOK, workbook("<sheet name=\"KPI\" r:id=\"rId1\"/><sheet name=\"kpi\" r:id=\"rId1\"/>")));
        xlsx("parts: a sheet without a name", "シートの名前が空", () -> plain().with(
                        WORKBOOK, workbook("<sheet name=\" \" r:id=\"rId1\"/>")));
        xlsx("parts: hidden sheets only", "再表示", () -> plain().with(
                        WORKBOOK, workbook("<sheet name=\"指標\" state=\"hidden\" r:id=\"rId1\"/>")));
        xlsx("parts: very hidden sheets only", "再表示", () -> plain().with(
                        WORKBOOK, workbook("<sheet name=\"指標\" state=\"veryHidden\" r:id=\"rId1\"/>")));
        xlsx("parts: a chart only", "ワークシートがありません", () -> plain().with(
                        WORKBOOK_LINKS, links(link("rId1", "chartsheet", "worksheets/sheet1.xml"))));
    }

    private void damagedSheets() {
        xlsx("sheet: breaks off", DAMAGED, () -> plain().with(
                        SHEET, "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1"));
        xlsx("sheet: tags that do not close", DAMAGED, () -> plain().rows("<row r=\"1\"><c r=\"A1\"><v>1</c></row>"));
        xlsx("sheet: another root", DAMAGED, () -> plain().with(SHEET, "<html><body>指標</body></html>"));
        xlsx("sheet: bytes that are no UTF-8", DAMAGED, () -> plain().with(
                        SHEET,
                        joined(
                                ascii("<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>"),
                                ascii("\u00FF\u00FE</v></c></row></sheetData></worksheet>"))));
        xlsx("sheet: an encoding that nobody knows", DAMAGED, () -> plain().with(
                        SHEET, "<?xml version=\"1.0\" encoding=\"x-none\"?><worksheet/>"));
        xlsx("sheet: a null character", DAMAGED, () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&#0;</v></c></row>"));
        xlsx("sheet: no cells", "セルがありません", () -> plain().rows(""));
        xlsx("sheet: frames without content", "セルがありません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" t=\"s\"/></row>"));
        xlsx("sheet: blanks only", "セルがありません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>　 </v></c></row>"));
        xlsx("sheet: a shared text that is not there", "A1の中身が読み取れません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>"));
        xlsx("sheet: a shared text below zero", "A1の中身が読み取れません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>"));
        xlsx("sheet: a number that is none", "B2の中身が読み取れません", () -> plain().rows(
                        "<row r=\"2\"><c r=\"B2\"><v>12千</v></c></row>"));
        xlsx("sheet: not a number", "A1の中身が読み取れません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\"><v>NaN</v></c></row>"));
        xlsx("sheet: a number beyond all", "A1の中身が読み取れません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>"));
        xlsx("sheet: a number of a million digits", "A1の中身が読み取れません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\"><v>" + "9".repeat(MEBIBYTE) + "</v></c></row>"));
        xlsx("sheet: an unknown kind of cell", "A1の中身が読み取れません", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>1</v></c></row>"));
        xlsx("sheet: a cell at ZZZZ99999999", "位置の正しくない", () -> plain().rows(
                        "<row r=\"1\"><c r=\"ZZZZ99999999\"><v>1</v></c></row>"));
        xlsx("sheet: a cell right of the last column", "位置の正しくない", () -> plain().rows(
                        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"));
        xlsx("sheet: a cell of another row", "位置の正しくない", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A7\"><v>1</v></c></row>"));
        xlsx("sheet: a row zero", "行番号の正しくない", () -> plain().rows("<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>"));
        xlsx("sheet: a row below the last", "行番号の正しくない", () -> plain().rows(
                        "<row r=\"99999999999\"><c><v>1</v></c></row>"));
        xlsx("sheet: one cell twice", "B1が2つあります", () -> plain().rows(
                        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"));
        xlsx("sheet: one row twice", "A3が2つあります", () -> plain().rows(
                        "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>"));
        xlsx("sheet: merged cells that are no range", "範囲の正しくない", () -> merged("A1:ZZZZZZ5"));
        xlsx("sheet: merged cells upside down", "範囲の正しくない", () -> merged("B9:A1"));
        xlsx("sheet: merged cells beyond the sheet", "範囲の正しくない", () -> merged("A1:A9999999"));
        xlsx("sheet: merged cells that overlap", "結合したセルが重なって", () -> merged("A1:C3\"/><mergeCell ref=\"C3:D4"));
    }

    private void otherKinds() {
        add(
                "kind: OpenDocument sheet",
                "results.ods",
                "LibreOffice",
                () -> zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        add(
                "kind: OpenDocument sheet under another name",
                "results.xlsx",
                "LibreOffice",
                () -> zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        add(
                "kind: OpenDocument text",
                "results.odt",
                "LibreOfficeの文書",
                () -> zip("mimetype", "application/vnd.oasis.opendocument.text"));
        add("kind: Numbers", "results.numbers", "Numbers", () -> zip("Index/Document.iwa", "x"));
        add(
                "kind: Word",
                "results.docx",
                "Word",
                () -> zip(
                        TYPES,
                        "<Types><Override ContentType=\"" + OFFICE + "wordprocessingml.document.main+xml\"/></Types>"));
        add(
                "kind: PowerPoint",
                "results.pptx",
                "PowerPoint",
                () -> zip(
                        TYPES,
                        "<Types><Override ContentType=\"" + OFFICE
                                + "presentationml.presentation.main+xml\"/></Types>"));
        add("kind: zip of sheets", "results.zip", "まとめたファイル", () -> zip("results.csv", CSV));
        add("kind: binary workbook", "results.xlsb", ".xlsb", () -> plain().with(
                        TYPES, types(MACRO + "sheet.binary.macroEnabled.main", ""))
                .bytes());
        add("kind: old Excel", "results.xls", ".xls", () -> compound("Workbook"));
        add("kind: old Excel under another name", "results.xlsx", ".xls", () -> compound("Workbook"));
        add("kind: Excel 5", "results.xls", ".xls", () -> compound("Book"));
        add("kind: Excel 4", "results.xls", ".xls", () -> ascii("\u0009\u0004\u0006\0\0\0\u0010\0" + "\0".repeat(100)));
        add("kind: old Word", "results.doc", "古い形式のWord", () -> compound("WordDocument"));
        add("kind: an old container broken off", "results.xls", ".xls", () -> Arrays.copyOf(compound("Workbook"), 300));
        add("kind: PDF", "results.pdf", "PDF", () -> ascii("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"));
        add(
                "kind: PDF under another name",
                "results.xlsx",
                "PDF",
                () -> ascii("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"));
        add("kind: PNG", "results.csv", "画像", () -> ascii("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"));
        add("kind: JPEG", "results.xlsx", "画像", () -> ascii("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF"));
        add("kind: GIF", "results.csv", "画像", () -> ascii("GIF89a\1\0\1\0\0\0\0;"));
        add("kind: BMP", "results.csv", "画像", () -> ascii("BMF\0\0\0\0\0\0\0"));
        add("kind: TIFF", "results.tif", "画像", () -> ascii("II*\0\b\0\0\0"));
        add(
                "kind: web page under a workbook's name",
                "results.xlsx",
                "ウェブページ",
                () -> ascii("<html><table><tr><td>1</td></tr></table></html>"));
        add(
                "kind: web table as old systems give out",
                "results.xls",
                "ウェブページ",
                () -> ascii("\r\n  <TABLE border=1><tr><td>1</td></tr></TABLE>"));
        add(
                "kind: web page with a mark",
                "results.csv",
                "ウェブページ",
                () -> ascii("\u00EF\u00BB\u00BF<!DOCTYPE html><html></html>"));
        add(
                "kind: web archive",
                "results.xls",
                "ウェブページ",
                () -> ascii("MIME-Version: 1.0\nContent-Type: multipart/related\n"));
        add("kind: XML of Excel 2003", "results.xls", "XML", () -> ascii("<?xml version=\"1.0\"?><Workbook/>"));
        add("kind: SYLK", "results.slk", "SYLK", () -> ascii("ID;PWXL;N;E\nC;X1;Y1;K1\nE\n"));
        add("kind: JSON", "results.json", "JSON", () -> ascii("[{\"item\":1}]"));
        add("kind: rich text", "results.rtf", "リッチテキスト", () -> ascii("{\\rtf1 1}"));
        add("kind: gzip", "results.csv.gz", "圧縮", () -> ascii("\u001f\u008b\b\0\0\0"));
        add("kind: 7z", "results.7z", "圧縮", () -> ascii("7z\u00BC\u00AF'\u001C"));
        add("kind: RAR", "results.rar", "圧縮", () -> ascii("Rar!\u001a\7\0"));
        add("kind: LZH", "results.lzh", "圧縮", () -> ascii("!\u0007-lh5-\1\2\3"));
        add("kind: Windows program", "results.xlsx", "プログラム", () -> ascii("MZ\u0090\0\3\0\0\0"));
        add("kind: Linux program", "results.csv", "プログラム", () -> ascii("\u007fELF\2\1\1\0"));
        add("kind: database", "results.csv", "データベース", () -> ascii("SQLite format 3\0"));
        add("kind: CSV under a workbook's name", "results.xlsx", "Excelブックではありません", () -> utf8(CSV));
        add("kind: CSV under an old workbook's name", "results.xls", ".xls", () -> utf8(CSV));
    }

    private void lockedAndMacros() {
        xlsx("controls: ActiveX in a book without macros", "ActiveX", () -> plain().with(
                        "xl/activeX/activeX1.bin", "x"));
        xlsxBytes("locked: a password to open", "パスワード", () -> compound("EncryptedPackage", "EncryptionInfo"));
        xlsxBytes("locked: rights management", "パスワード", () -> compound("EncryptedPackage", "DRMContent"));
        xlsxBytes("locked: a zip with a password", "パスワード", () -> listedShort(8, 1));
        add("macro: a workbook with macros", "results.xlsm", "マクロ", () -> withMacros()
                .bytes());
        add("macro: under another name", "results.xlsx", "マクロ", () -> withMacros()
                .bytes());
        add("macro: a program that no list names", "results.xlsx", "マクロ", () -> plain().with("xl/vbaProject.bin", "x")
                .bytes());
        add("macro: declared without a program", "results.xlsx", "マクロ", () -> plain().with(
                        TYPES, types(MACRO + "sheet.macroEnabled.main+xml", ""))
                .bytes());
        add("macro: a template", "results.xltm", "マクロ", () -> plain().with(
                        TYPES, types(MACRO + "template.macroEnabled.main+xml", ""))
                .bytes());
        add("macro: an add-in", "results.xlam", "マクロ", () -> plain().with(
                        TYPES, types(MACRO + "addin.macroEnabled.main+xml", ""))
                .bytes());
        add("macro: a sheet of Excel 4 macros", "results.xlsx", "マクロ", () -> plain().with(
                        TYPES,
                        plainTypes("<Override PartName=\"/xl/macrosheets/sheet1.xml\" ContentType=\"" + MACRO
                                + "macrosheet+xml\"/>"))
                .bytes());
        add("macro: the name alone", "results.xlsm", "マクロ", () -> plain().bytes());
    }

    private void bombs() {
        xlsx("bomb: a sheet of 400 MiB", "大きくなりすぎる", () -> plain().with(
                        SHEET, swollen("<worksheet>", ' ', 400L * MEBIBYTE, "</worksheet>")));
        xlsx("bomb: a picture of 400 MiB", "大きくなりすぎる", () -> plain().with(
                        "xl/media/image1.png", swollen("", '\0', 400L * MEBIBYTE, "")));
        xlsxBytes("bomb: 400 MiB that say to be small", "大きくなりすぎる", () -> {
            byte[] whole =
                    plain().with(SHEET, swollen("", ' ', 400L * MEBIBYTE, "")).bytes();
            ByteBuffer bytes = little(whole);
            for (int at = list(bytes);
                    bytes.getInt(at) == 0x02014B50;
                    at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30)) {
                bytes.putInt(at + 24, 100);
            }
            return whole;
        });
        xlsx("bomb: four sheets of 99 MiB", "大きくなりすぎる", () -> {
            XlsxParts parts = plain();
            for (int number = 2; number <= 5; number++) {
                parts.with(
                        "xl/worksheets/sheet" + number + ".xml",
                        swollen("<worksheet>", ' ', 99L * MEBIBYTE, "</worksheet>"));
            }
            return parts;
        });
        xlsx("bomb: a sheet of 101 MiB", "大きくなりすぎる", () -> plain().with(
                        SHEET, swollen("<worksheet>", ' ', 101L * MEBIBYTE, "</worksheet>")));
        xlsx("bomb: shared texts of 65 MiB", "大きくなりすぎる", () -> plain().with(
                        TEXTS, swollen("<sst>", ' ', 65L * MEBIBYTE, "</sst>")));
        xlsx("bomb: a list of types of 17 MiB", "大きくなりすぎる", () -> plain().with(
                        TYPES, swollen("<Types>", ' ', 17L * MEBIBYTE, "</Types>")));
        xlsx("bomb: styles of 17 MiB", "大きくなりすぎる", () -> plain().with(
                        STYLES, swollen("<styleSheet>", ' ', 17L * MEBIBYTE, "</styleSheet>")));
        xlsx("bomb: six thousand parts", "大きくなりすぎる", () -> {
            XlsxParts parts = plain();
            for (int number = 0; number < 6_000; number++) {
                parts.with("xl/media/" + number, "");
            }
            return parts;
        });
        xlsx("bomb: one attribute of 90 MiB", DAMAGED, () -> plain().with(
                        SHEET, swollen("<worksheet a=\"", 'a', 90L * MEBIBYTE, "\"/>")));
        xlsx("bomb: one comment of 90 MiB", DAMAGED, () -> plain().with(
                        SHEET, swollen("<worksheet><!--", '<', 90L * MEBIBYTE, "--></worksheet>")));
        xlsx("bomb: one instruction of 90 MiB", DAMAGED, () -> plain().with(
                        SHEET, swollen("<?a ", 'a', 90L * MEBIBYTE, "?><worksheet/>")));
        xlsx("bomb: one name of 90 MiB", DAMAGED, () -> plain().with(SHEET, swollen("<", 'a', 90L * MEBIBYTE, "/>")));
        xlsx("bomb: one text of 90 MiB", "A1", () -> plain().with(
                        SHEET,
                        swollen(
                                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>",
                                'a',
                                90L * MEBIBYTE,
                                "</v></c></row></sheetData></worksheet>")));
        xlsx("bomb: one shared text of 60 MiB", "文章が長すぎます", () -> plain().with(
                        TEXTS, swollen("<sst><si><t>", 'a', 60L * MEBIBYTE, "</t></si></sst>")));
        xlsx("bomb: a million tags in each other", DAMAGED, () -> plain().rows(
                        "<row r=\"1\">" + "<c>".repeat(1_000_000)));
        xlsx("bomb: a thousand attributes", DAMAGED, () -> {
            StringBuilder attributes = new StringBuilder();
            for (int number = 0; number < 100_000; number++) {
                attributes.append(" a").append(number).append("=\"\"");
            }
            return plain().with(SHEET, "<worksheet" + attributes + "/>");
        });
    }

    private void sizes() {
        xlsxBytes("size: more than 20 MiB", "大きすぎます", () -> new byte[20 * MEBIBYTE + 1]);
        csv("size: CSV of more than 20 MiB", "大きすぎます", () -> ascii("1,2\n".repeat(6 * MEBIBYTE)));
        xlsx("size: a million cells", "300,000", () -> plain().manyRows(out -> rows(out, 10_000, 100, "<v>1</v>")));
        xlsx("size: a million texts in cells", "300,000", () -> plain().manyRows(out -> rows(out, 10_000, 100, null)));
        xlsx("size: one cell too many", "300,000", () -> plain().manyRows(out -> rows(out, 150_001, 2, "<v>1</v>")));
        xlsx("size: three million frames", "空のセル", () -> plain().manyRows(out -> rows(out, 30_000, 100, "")));
        xlsx("size: three million empty rows", "空のセル", () -> plain().manyRows(out -> {
            for (int number = 0; number < 3_000_000; number++) {
                out.write(ascii("<row r=\"1\"/>"));
            }
        }));
        xlsx("size: a hundred and one sheets", "シートが多すぎます", () -> {
            StringBuilder sheets = new StringBuilder();
            for (int number = 0; number <= 100; number++) {
                sheets.append("<sheet name=\"").append(number).append("\" r:id=\"rId1\"/>");
            }
            return plain().with(WORKBOOK, workbook(sheets.toString()));
        });
        xlsx("size: sixty thousand merged cells", "結合したセルが多すぎます", () -> {
            StringBuilder merges = new StringBuilder("A1:B1");
            for (int row = 2; row <= 60_000; row++) {
                merges.append("\"/><mergeCell ref=\"A").append(row).append(":B").append(row);
            }
            return merged(merges.toString());
        });
        xlsx("size: seventy thousand styles", "書式が多すぎます", () -> plain().with(STYLES, styles("<xf/>".repeat(70_000))));
        xlsx("size: seven hundred thousand shared texts", "多すぎます", () -> plain().with(
                        TEXTS, texts("<si><t>a</t></si>".repeat(700_000))));
        xlsx("size: a cell in the last row", "位置が遠すぎます", () -> plain().rows(
                        "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"));
        xlsx("size: a cell in the last column", "XFD1", () -> plain().rows(
                        "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"));
        xlsx("size: a text of 32,768 letters", "32,767", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "あ".repeat(32_768)
                                + "</t></is></c></row>"));
        csv("size: CSV of a million cells", "300,000", () -> ascii(("1" + ",1".repeat(99) + "\n").repeat(10_000)));
        csv("size: CSV of one endless line", "文章が長すぎます", () -> ascii("a".repeat(10 * MEBIBYTE)));
        csv("size: CSV of one line of a million cells", "位置が遠すぎます", () -> ascii("1,".repeat(1_000_000)));
        csv("size: CSV of ten million commas", "空のセル", () -> ascii("1" + ",".repeat(10_000_000)));
        csv("size: CSV of a million lines", "位置が遠すぎます", () -> ascii("1\n".repeat(1_000_000)));
    }

    private void hostileXml() {
        String laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        String file = "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        xlsx("xml: entities that unfold in shared texts", "DTD", () -> plain().with(
                        TEXTS, laughs + "<sst><si><t>&d;</t></si></sst>"));
        xlsx("xml: one long entity again and again", "DTD", () -> plain().with(
                        TEXTS,
                        "<!DOCTYPE a [<!ENTITY a \"" + "a".repeat(100_000) + "\">]><sst><si><t>" + "&a;".repeat(100_000)
                                + "</t></si></sst>"));
        xlsx(
                "xml: a file of the server in a sheet",
                "DTD",
                () -> plain().with(
                                SHEET,
                                file
                                        + "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"));
        xlsx("xml: a file of the server in shared texts", "DTD", () -> plain().with(
                        TEXTS, file + "<sst><si><t>&a;</t></si></sst>"));
        xlsx("xml: an address inside the house", "DTD", () -> plain().with(
                        WORKBOOK, "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><workbook/>"));
        xlsx("xml: entities of parameters", "DTD", () -> plain().with(
                        STYLES, "<!DOCTYPE a [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a\">%a;]><styleSheet/>"));
        xlsx("xml: a document type in the list of types", "DTD", () -> plain().with(TYPES, laughs + "<Types/>"));
        xlsx("xml: a document type in links", "DTD", () -> plain().with(ROOT_LINKS, laughs + "<Relationships/>"));
        xlsx("xml: a document type in UTF-16", "DTD", () -> plain().with(
                        SHEET,
                        joined(
                                new byte[] {(byte) 0xFE, (byte) 0xFF},
                                (file + "<worksheet/>").getBytes(StandardCharsets.UTF_16BE))));
        xlsx("xml: an entity without a document type", DAMAGED, () -> plain().rows(
                        "<row r=\"1\"><c t=\"str\"><v>&a;</v></c></row>"));
    }

    private void formulas() {
        xlsx("formula: without a result", "B3の数式", () -> plain().rows(
                        "<row r=\"3\"><c r=\"B3\"><f>A1+A2</f></c></row>"));
        xlsx("formula: with an empty result", "B3の数式", () -> plain().rows(
                        "<row r=\"3\"><c r=\"B3\"><f>A1+A2</f><v></v></c></row>"));
        xlsx("formula: into another file, without a result", "計算結果", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\"><f>[1]Sheet1!$A$1</f></c></row>"));
        xlsx(
                "formula: shared, without a result",
                "A2の数式",
                () -> plain().rows(
                                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">B1</f><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/></c></row>"));
        xlsx("formula: an array, without a result", "計算結果", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:A1\">SUM(B1:B2*2)</f></c></row>"));
        xlsx("formula: a program, without a result", "計算結果", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\"><f>cmd|'/c calc'!A0</f></c></row>"));
        xlsx("formula: an address, without a result", "計算結果", () -> plain().rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f></c></row>"));
    }

    private void encodings() {
        csv("encoding: a byte that is no UTF-8", "3行目に読み取れない文字", () -> joined(utf8(CSV), ascii("\u00FF,1\n")));
        csv(
                "encoding: UTF-8 cut within a letter",
                "3行目に読み取れない文字",
                () -> Arrays.copyOf(utf8(CSV + "指"), utf8(CSV).length + 2));
        csv(
                "encoding: UTF-8, and windows-31j behind it",
                "3行目に読み取れない文字",
                () -> joined(utf8(CSV), "項目,単位\n".getBytes(WINDOWS_31J)));
        csv(
                "encoding: windows-31j, and UTF-8 behind it",
                "読み取れない文字",
                () -> joined("項目,単位\n".getBytes(WINDOWS_31J), utf8("平泉町\n")));
        csv(
                "encoding: windows-31j behind the mark of UTF-8",
                "1行目に読み取れない文字",
                () -> joined(ascii("\u00EF\u00BB\u00BF"), CSV.getBytes(WINDOWS_31J)));
        csv(
                "encoding: windows-31j cut within a letter",
                "2行目に読み取れない文字",
                () -> joined("項目\n".getBytes(WINDOWS_31J), ascii("\u0082\n")));
        csv("encoding: EUC-JP", "EUC-JP", () -> CSV.getBytes(Charset.forName("EUC-JP")));
        csv("encoding: JIS", "ISO-2022-JP", () -> CSV.getBytes(Charset.forName("ISO-2022-JP")));
        csv("encoding: Latin letters of Windows", "1行目に読み取れない文字", () -> ascii("item,caf\u00E9\n1,2\n"));
        csv("encoding: UTF-16 without a mark", "制御文字", () -> "item,unit\n".getBytes(StandardCharsets.UTF_16LE));
        csv("encoding: UTF-16 of Japanese without a mark", "行目に", () -> CSV.getBytes(StandardCharsets.UTF_16LE));
        csv(
                "encoding: UTF-16 with half a letter",
                "読み取れない文字",
                () -> joined(ascii("\u00FF\u00FE"), Arrays.copyOf(CSV.getBytes(StandardCharsets.UTF_16LE), 9)));
        csv("encoding: UTF-16 with half a pair", "1行目に読み取れない文字", () -> ascii("\u00FE\u00FF\u00D8\0\0A"));
        csv(
                "encoding: UTF-32",
                "制御文字",
                () -> joined(ascii("\u00FF\u00FE\0\0"), CSV.getBytes(Charset.forName("UTF-32LE"))));
        csvText("encoding: a null character", "2行目", "a,b\nc\0,d\n");
        csvText("encoding: a bell", "1行目に表のファイルにあるはずのない制御文字（07）", "a,b\u0007\n");
        csvText("encoding: colours of a terminal", "制御文字（1B）", "\u001B[31ma,b\n");
        csvText("encoding: a mark alone", "空です", "\uFEFF");
        csvText("encoding: blanks only", "空です", "  \r\n　\t\r\n");
        csv("encoding: noise", "行目に", () -> noise(100_000));
    }

    private void quotes() {
        csvText("quotes: one that never closes", "3行目で始まる引用符", CSV + "\"一関市,1\n平泉町,2\n");
        csvText("quotes: one at the very end", "2行目で始まる引用符", "a,b\nc,\"");
        csvText("quotes: one that never closes, of Macintosh lines", "2行目で始まる引用符", "a,b\r\"c,d\re,f");
        csvText("quotes: one behind a cell of several lines", "4行目で始まる引用符", "a,\"b\nc\nd\"\n\"e,f\n");
        csvText("quotes: a text behind the closing one", "2行目の引用符", "a,b\n\"c\"d,e\n");
        csvText("quotes: single ones within", "1行目の引用符", "\"一関・\"平泉\"定住自立圏\",1\n");
        csvText("quotes: never closed, between semicolons", "2行目で始まる引用符", "sep=;\n\"a;b\n");
        add("quotes: never closed, between tabs", "results.tsv", "1行目で始まる引用符", () -> utf8("\"a\tb\nc\td\n"));
        csv(
                "quotes: never closed before ten million letters",
                "1行目で始まる引用符",
                () -> ascii("\"" + "a,\n".repeat(3_000_000)));
        csvText("quotes: delimiters only", "セルがありません", ",,,,\n,,,,\n");
    }

    private static XlsxParts merged(String reference) {
        return plain().sheet(
                        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\""
                                + reference + "\"/></mergeCells>");
    }

    private static XlsxParts withMacros() {
        return plain().with(
                        TYPES,
                        types(
                                MACRO + "sheet.macroEnabled.main+xml",
                                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"))
                .with("xl/vbaProject.bin", "x");
    }

    /** @param content of each cell; none for a different text in each */
    private static void rows(OutputStream out, int rows, int columns, @Nullable String content) throws IOException {
        for (int row = 1; row <= rows; row++) {
            StringBuilder text = new StringBuilder("<row r=\"").append(row).append("\">");
            for (int column = 0; column < columns; column++) {
                if (content == null) {
                    text.append("<c t=\"inlineStr\"><is><t>")
                            .append(row * columns + column)
                            .append("</t></is></c>");
                } else {
                    text.append("<c>").append(content).append("</c>");
                }
            }
            out.write(ascii(text.append("</row>").toString()));
        }
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(utf8(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An OLE2 file with streams of these names. */
    private static byte[] compound(String... streams) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            for (String stream : streams) {
                files.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
            }
            files.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(double share) {
        byte[] whole = plain().bytes();
        return Arrays.copyOf(whole, (int) (whole.length * share));
    }

    /** A whole workbook with one number in its list changed. */
    private static byte[] listed(int offset, int value) {
        byte[] whole = plain().bytes();
        ByteBuffer bytes = little(whole);
        bytes.putInt(list(bytes) + offset, value);
        return whole;
    }

    private static byte[] listedShort(int offset, int value) {
        byte[] whole = plain().bytes();
        ByteBuffer bytes = little(whole);
        bytes.putShort(list(bytes) + offset, (short) value);
        return whole;
    }

    /** A whole workbook with one number in its end record changed. */
    private static byte[] end(int offset, int value) {
        byte[] whole = plain().bytes();
        little(whole).putInt(whole.length - 22 + offset, value);
        return whole;
    }

    private static byte[] endShort(int offset, int value) {
        byte[] whole = plain().bytes();
        little(whole).putShort(whole.length - 22 + offset, (short) value);
        return whole;
    }

    /** Where the list of entries begins. */
    private static int list(ByteBuffer zip) {
        return zip.getInt(zip.capacity() - 22 + 16);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(5).nextBytes(noise);
        return noise;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
