package jp.kyosei.backend.sheet;

import static jp.kyosei.backend.sheet.XlsxParts.plain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A list of bad files, and the bytes that several lists are made of. */
abstract class BadFileList {
    static final int MEBIBYTE = 1024 * 1024;
    static final String CSV = "項目,単位,現状値\n農業産出額,百万円,3560\n";
    static final String DAMAGED = "壊れて";

    private final List<Supplier<BadFile>> files = new ArrayList<>();

    /** Each is built only when somebody asks for it: together they would fill the memory. */
    Stream<Supplier<BadFile>> files() {
        return files.stream();
    }

    void add(String name, String fileName, String messagePart, Supplier<byte[]> content) {
        files.add(() -> new BadFile(name, fileName, content.get(), messagePart));
    }

    void xlsx(String name, String messagePart, Supplier<XlsxParts> parts) {
        add(name, "results.xlsx", messagePart, () -> parts.get().bytes());
    }

    void xlsxBytes(String name, String messagePart, Supplier<byte[]> content) {
        add(name, "results.xlsx", messagePart, content);
    }

    void csv(String name, String messagePart, Supplier<byte[]> content) {
        add(name, "results.csv", messagePart, content);
    }

    void csvText(String name, String messagePart, String text) {
        csv(name, messagePart, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    static XlsxParts merged(String reference) {
        return plain().sheet(
                        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\""
                                + reference + "\"/></mergeCells>");
    }

    /** Where the list of entries begins. */
    static int list(ByteBuffer zip) {
        return zip.getInt(zip.capacity() - 22 + 16);
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(5).nextBytes(noise);
        return noise;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
