package jp.kyosei.backend.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every kind, honest ones first. */
public final class SampleFiles {
    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private SampleFiles() {}

    public static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    }

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    /** One pixel, without its picture: only the frame is looked at. */
    public static byte[] webp() {
        byte[] payload = text("WEBPVP8L\r\0\0\0/\0\0\0\0\0\0\0\0\0\0\0\0\0");
        return ByteBuffer.allocate(8 + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("RIFF"))
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    public static byte[] docx() {
        return zip(parts(WORD_MAIN, "word/document.xml"));
    }

    public static byte[] xlsx() {
        return zip(
                parts("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml"));
    }

    public static byte[] pptx() {
        return zip(parts(
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                "ppt/presentation.xml"));
    }

    /** The test string that every scanner knows, inside a PDF, put together so that this source is not found itself. */
    public static byte[] pdfWithTestVirus() {
        return joined(pdf(), text(testVirus()));
    }

    static String testVirus() {
        return "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + "!$H+H*";
    }

    static Map<String, byte[]> parts(String mainType, String mainPart) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(TYPES, text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/%s" ContentType="%s"/></Types>""".formatted(mainPart, mainType)));
        parts.put("_rels/.rels", text("<Relationships/>"));
        parts.put(mainPart, text("<main/>"));
        return parts;
    }

    /** A Word file with one more part. */
    static byte[] docxWith(String name, byte[] content) {
        Map<String, byte[]> parts = parts(WORD_MAIN, "word/document.xml");
        parts.put(name, content);
        return zip(parts);
    }

    /** A Word file whose list of types is this. */
    static byte[] docxOfTypes(byte[] types) {
        Map<String, byte[]> parts = parts(WORD_MAIN, "word/document.xml");
        parts.put(TYPES, types);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Each character one byte. */
    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] image(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
