package jp.kyosei.backend.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part by hand, so that each part can be wrong. */
public final class XlsxParts {
    static final String TYPES = "[Content_Types].xml";
    static final String ROOT_LINKS = "_rels/.rels";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";

    static final String MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String LINK_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int BLOCK = 64 * 1024;

    private final Map<String, Writer> parts = new LinkedHashMap<>();

    /** Writes a part, which may be far larger than memory should hold. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private XlsxParts() {}

    /** One sheet 「指標」 with a word and a number. */
    public static XlsxParts plain() {
        return new XlsxParts()
                .with(TYPES, types(MAIN_TYPE + "sheet.main+xml", ""))
                .with(ROOT_LINKS, links(link("rId1", "officeDocument", "xl/workbook.xml")))
                .with(WORKBOOK, workbook("<sheet name=\"指標\" sheetId=\"1\" r:id=\"rId1\"/>"))
                .with(
                        WORKBOOK_LINKS,
                        links(link("rId1", "worksheet", "worksheets/sheet1.xml")
                                + link("rId2", "styles", "styles.xml")
                                + link("rId3", "sharedStrings", "sharedStrings.xml")))
                .with(STYLES, styles("<xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/>"))
                .with(TEXTS, texts("<si><t>項目</t></si><si><t>単位</t></si>"))
                .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>57.4</v></c></row>");
    }

    public XlsxParts with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public XlsxParts with(String name, byte[] content) {
        parts.put(name, out -> out.write(content));
        return this;
    }

    public XlsxParts with(String name, Writer writer) {
        parts.put(name, writer);
        return this;
    }

    XlsxParts without(String name) {
        parts.remove(name);
        return this;
    }

    /** @param rows what stands in the sheet's data */
    public XlsxParts rows(String rows) {
        return sheet("<sheetData>" + rows + "</sheetData>");
    }

    XlsxParts sheet(String blocks) {
        return with(SHEET, HEAD + "<worksheet xmlns=\"" + MAIN_NAMESPACE + "\">" + blocks + "</worksheet>");
    }

    /** Rows that are written one by one. */
    XlsxParts manyRows(Writer rows) {
        return with(SHEET, out -> {
            out.write(ascii("<worksheet xmlns=\"" + MAIN_NAMESPACE + "\"><sheetData>"));
            rows.write(out);
            out.write(ascii("</sheetData></worksheet>"));
        });
    }

    /** A head, then one letter until the part is that large, then an end. */
    public static Writer swollen(String head, char filling, long length, String end) {
        return out -> {
            out.write(ascii(head));
            byte[] block = ascii(String.valueOf(filling).repeat(BLOCK));
            for (long written = 0; written < length; written += block.length) {
                out.write(block);
            }
            out.write(ascii(end));
        };
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String types(String mainType, String more) {
        return HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + mainType + "\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + MAIN_TYPE + "worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + MAIN_TYPE + "styles+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + MAIN_TYPE + "sharedStrings+xml\"/>"
                + more + "</Types>";
    }

    static String plainTypes(String more) {
        return types(MAIN_TYPE + "sheet.main+xml", more);
    }

    static String links(String links) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>";
    }

    static String link(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, LINK_TYPES, kind, target);
    }

    static String workbook(String sheets) {
        return HEAD + "<workbook xmlns=\"" + MAIN_NAMESPACE + "\" xmlns:r=\"" + LINK_TYPES + "\"><sheets>" + sheets
                + "</sheets></workbook>";
    }

    static String styles(String formats) {
        return HEAD + "<styleSheet xmlns=\"" + MAIN_NAMESPACE + "\"><cellXfs>" + formats + "</cellXfs></styleSheet>";
    }

    static String texts(String texts) {
        return HEAD + "<sst xmlns=\"" + MAIN_NAMESPACE + "\">" + texts + "</sst>";
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    byte[] content(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Objects.requireNonNull(parts.get(name)).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Writer> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                // The same bytes at every run.
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                part.getValue().write(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
