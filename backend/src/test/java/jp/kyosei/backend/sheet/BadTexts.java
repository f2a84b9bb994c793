package jp.kyosei.backend.sheet;

import static jp.kyosei.backend.sheet.XlsxParts.STYLES;
import static jp.kyosei.backend.sheet.XlsxParts.TEXTS;
import static jp.kyosei.backend.sheet.XlsxParts.WORKBOOK;
import static jp.kyosei.backend.sheet.XlsxParts.ascii;
import static jp.kyosei.backend.sheet.XlsxParts.plain;
import static jp.kyosei.backend.sheet.XlsxParts.styles;
import static jp.kyosei.backend.sheet.XlsxParts.texts;
import static jp.kyosei.backend.sheet.XlsxParts.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts in no alphabet and with quotes that never close, and files of any kind that are too large. */
final class BadTexts extends BadFileList {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    BadTexts() {
        sizes();
        encodings();
        quotes();
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
}
