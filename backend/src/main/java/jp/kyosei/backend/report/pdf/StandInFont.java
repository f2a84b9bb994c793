package jp.kyosei.backend.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font that stands in for letters that the font of papers has not. It is given out with the few letters that a paper
 * needs, under whatever code: so a variant, which a code and a selector name together, has a code of its own.
 */
final class StandInFont {
    /** The tables that say how a glyph looks; those for setting whole words are not needed. */
    private static final Set<String> NEEDED =
            Set.of("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post", "prep");

    private static final int TRUE_TYPE = 0x00010000;
    private static final int HEAD_BYTES = 12;
    private static final int ENTRY_BYTES = 16;
    private static final int UNICODE_VARIANTS = 5;
    private static final int UNSIGNED_SHORT = 0xFFFF;
    private static final int UNSIGNED_BYTE = 0xFF;

    private final String family;
    private final byte[] file;
    private final CmapLookup known;
    private final Map<Long, Integer> variants = new HashMap<>();

    private record Table(int offset, int length) {}

    /** @param resource below {@code /fonts/rare} */
    StandInFont(String family, String resource) {
        this.family = family;
        this.file = bytes("/fonts/rare/" + resource);
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            known = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("a font of papers could not be read: " + resource, e);
        }
        readVariants();
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Objects.requireNonNull(StandInFont.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a font of papers could not be read", e);
        }
    }

    String family() {
        return family;
    }

    /** The glyph of a letter; 0 if it has none. */
    int glyph(int letter) {
        return known.getGlyphId(letter);
    }

    /** The glyph of a letter with a selector; 0 if it knows no such variant. */
    int variant(int letter, int selector) {
        return variants.getOrDefault(key(letter, selector), 0);
    }

    private static long key(int letter, int selector) {
        return ((long) letter << Integer.SIZE) | selector;
    }

    private Map<String, Table> tables() {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        Map<String, Table> tables = new LinkedHashMap<>();
        int number = bytes.getShort(Integer.BYTES) & UNSIGNED_SHORT;
        for (int table = 0; table < number; table++) {
            int at = HEAD_BYTES + table * ENTRY_BYTES;
            String tag = new String(file, at, Integer.BYTES, StandardCharsets.ISO_8859_1);
            tables.put(tag, new Table(bytes.getInt(at + 8), bytes.getInt(at + 12)));
        }
        return tables;
    }

    /** The subtable of format 14 (OpenType, cmap), which the library does not read. */
    private void readVariants() {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int cmap = Objects.requireNonNull(tables().get("cmap")).offset();
        int number = bytes.getShort(cmap + 2) & UNSIGNED_SHORT;
        for (int table = 0; table < number; table++) {
            int entry = cmap + 4 + table * 8;
            if (bytes.getShort(entry) == 0 && bytes.getShort(entry + 2) == UNICODE_VARIANTS) {
                readVariants(bytes, cmap + bytes.getInt(entry + 4));
            }
        }
    }

    private void readVariants(ByteBuffer bytes, int start) {
        int selectors = bytes.getInt(start + 6);
        for (int record = 0; record < selectors; record++) {
            int at = start + 10 + record * 11;
            int selector = threeBytes(bytes, at);
            int standard = bytes.getInt(at + 3);
            int others = bytes.getInt(at + 7);
            for (int range = 0; standard != 0 && range < bytes.getInt(start + standard); range++) {
                int from = start + standard + 4 + range * 4;
                int first = threeBytes(bytes, from);
                for (int letter = first; letter <= first + (bytes.get(from + 3) & UNSIGNED_BYTE); letter++) {
                    variants.put(key(letter, selector), glyph(letter));
                }
            }
            for (int other = 0; others != 0 && other < bytes.getInt(start + others); other++) {
                int from = start + others + 4 + other * 5;
                variants.put(key(threeBytes(bytes, from), selector), bytes.getShort(from + 3) & UNSIGNED_SHORT);
            }
        }
    }

    private static int threeBytes(ByteBuffer bytes, int at) {
        return ((bytes.get(at) & UNSIGNED_BYTE) << 16) | (bytes.getShort(at + 1) & UNSIGNED_SHORT);
    }

    /**
     * The font with these letters and no others.
     *
     * @param glyphs by the code under which each is to be found
     */
    byte[] with(SortedMap<Integer, Integer> glyphs) {
        Map<String, byte[]> kept = new LinkedHashMap<>();
        kept.put("cmap", cmap(glyphs));
        tables().forEach((tag, table) -> {
            if (NEEDED.contains(tag)) {
                byte[] content = new byte[table.length()];
                System.arraycopy(file, table.offset(), content, 0, table.length());
                kept.put(tag, content);
            }
        });
        List<String> tags = kept.keySet().stream().sorted().toList();
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES + tags.size() * ENTRY_BYTES);
        head.putInt(TRUE_TYPE)
                .putShort((short) tags.size())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        int offset = head.capacity();
        for (String tag : tags) {
            int length = Objects.requireNonNull(kept.get(tag)).length;
            // Nobody looks at the checksum.
            head.put(tag.getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(0)
                    .putInt(offset)
                    .putInt(length);
            offset += padded(length);
        }
        ByteArrayOutputStream font = new ByteArrayOutputStream(offset);
        font.writeBytes(head.array());
        for (String tag : tags) {
            byte[] content = Objects.requireNonNull(kept.get(tag));
            font.writeBytes(content);
            font.writeBytes(new byte[padded(content.length) - content.length]);
        }
        return font.toByteArray();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** One subtable of format 12 for all of Unicode, a group for each letter. */
    private static byte[] cmap(SortedMap<Integer, Integer> glyphs) {
        int length = 16 + glyphs.size() * 12;
        ByteBuffer table = ByteBuffer.allocate(12 + length);
        table.putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12);
        table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
        glyphs.forEach((code, glyph) -> table.putInt(code).putInt(code).putInt(glyph));
        return table.array();
    }
}
