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
import static jp.kyosei.backend.sheet.XlsxParts.texts;
import static jp.kyosei.backend.sheet.XlsxParts.types;
import static jp.kyosei.backend.sheet.XlsxParts.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Packages that are broken, of another kind, locked or full of macros. */
final class BadPackages extends BadFileList {
    private static final String MACRO = "application/vnd.ms-excel.";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    BadPackages() {
        damagedPackages();
        damagedParts();
        otherKinds();
        lockedAndMacros();
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

    private static XlsxParts withMacros() {
        return plain().with(
                        TYPES,
                        types(
                                MACRO + "sheet.macroEnabled.main+xml",
                                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"))
                .with("xl/vbaProject.bin", "x");
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
}
