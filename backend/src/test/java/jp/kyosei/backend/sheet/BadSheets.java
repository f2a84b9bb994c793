package jp.kyosei.backend.sheet;

import static jp.kyosei.backend.sheet.XlsxParts.ROOT_LINKS;
import static jp.kyosei.backend.sheet.XlsxParts.SHEET;
import static jp.kyosei.backend.sheet.XlsxParts.STYLES;
import static jp.kyosei.backend.sheet.XlsxParts.TEXTS;
import static jp.kyosei.backend.sheet.XlsxParts.TYPES;
import static jp.kyosei.backend.sheet.XlsxParts.WORKBOOK;
import static jp.kyosei.backend.sheet.XlsxParts.ascii;
import static jp.kyosei.backend.sheet.XlsxParts.plain;
import static jp.kyosei.backend.sheet.XlsxParts.swollen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Workbooks that can be unpacked and whose sheets cannot be taken: damaged, hostile, swollen. */
final class BadSheets extends BadFileList {
    BadSheets() {
        damagedSheets();
        bombs();
        hostileXml();
        formulas();
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
}
