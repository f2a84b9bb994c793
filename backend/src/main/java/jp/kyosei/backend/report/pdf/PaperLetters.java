package jp.kyosei.backend.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The letters of one file: those of the font of papers, and whatever else its texts need, each from the first font that stands in
 * and has it. A letter with a selector of variants gets a code that no text has, and is told by its own name to whoever
 * searches or reads the file aloud.
 */
final class PaperLetters {
    /** Stands for what is no letter of Unicode, and so in no font. */
    private static final int GETA = '〓';

    /** In the last plane for private use; every other one, so that no two are told as a range. */
    private static final int FIRST_CODE = 0x100000;

    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int FIRST_IDEOGRAPHIC_SELECTOR = 0xE0100;
    private static final int LAST_IDEOGRAPHIC_SELECTOR = 0xE01EF;

    private final Letters letters = Letters.get();
    private final Map<StandInFont, SortedMap<Integer, Integer>> needed = new LinkedHashMap<>();
    private final Map<String, Integer> codes = new LinkedHashMap<>();

    /** The text as it is set: what stands in is remembered for {@link #addTo}. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int at = 0; at < points.length; at++) {
            int letter = points[at];
            int next = at + 1 < points.length ? points[at + 1] : 0;
            if (letter == '\t' || letter == '\u00A0') {
                printable.append(' ');
            } else if (isSelector(next) && isSet(letter) && setVariant(letter, next, printable)) {
                at++;
            } else if (isSet(letter)) {
                printable.appendCodePoint(set(letter));
            }
        }
        return printable.toString();
    }

    /** Whether it is something to be seen. */
    private static boolean isSet(int letter) {
        return letter >= ' ' && !isSelector(letter) && Character.getType(letter) != Character.FORMAT;
    }

    private int set(int letter) {
        if (letters.has(letter)) {
            return letter;
        }
        for (StandInFont font : StandIns.FONTS) {
            int glyph = font.glyph(letter);
            if (glyph != 0) {
                need(font, letter, glyph);
                return letter;
            }
        }
        return GETA;
    }

    /** Letters of which no variant is known are set as they are, and keep their selector in what the file says of itself. */
    private boolean setVariant(int letter, int selector, StringBuilder printable) {
        boolean onlyStyle = selector >= TEXT_STYLE && selector <= LAST_SELECTOR;
        if (onlyStyle && letters.has(letter)) {
            return false;
        }
        for (StandInFont font : StandIns.FONTS) {
            if (font.variant(letter, selector) != 0) {
                printable.appendCodePoint(code(letter, selector, font, font.variant(letter, selector)));
                return true;
            }
        }
        for (StandInFont font : StandIns.FONTS) {
            if (font.glyph(letter) != 0) {
                printable.appendCodePoint(code(letter, selector, font, font.glyph(letter)));
                return true;
            }
        }
        return false;
    }

    private int code(int letter, int selector, StandInFont font, int glyph) {
        String both = new StringBuilder()
                .appendCodePoint(letter)
                .appendCodePoint(selector)
                .toString();
        int code = codes.computeIfAbsent(both, sequence -> FIRST_CODE + 2 * codes.size());
        need(font, code, glyph);
        return code;
    }

    private void need(StandInFont font, int code, int glyph) {
        needed.computeIfAbsent(font, any -> new TreeMap<>()).put(code, glyph);
    }

    private static boolean isSelector(int letter) {
        return (letter >= FIRST_SELECTOR && letter <= LAST_SELECTOR)
                || (letter >= FIRST_IDEOGRAPHIC_SELECTOR && letter <= LAST_IDEOGRAPHIC_SELECTOR);
    }

    /** Adds the fonts of all texts that were {@link #printable}. */
    void addTo(PdfRendererBuilder builder) {
        builder.useFont(letters::regular, Letters.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(letters::bold, Letters.FAMILY, 700, FontStyle.NORMAL, true);
        needed.forEach((font, glyphs) -> {
            byte[] few = font.with(glyphs);
            builder.useFont(() -> new ByteArrayInputStream(few), font.family(), 400, FontStyle.NORMAL, true);
        });
    }

    /** The file in which letters with selectors are told by their names. */
    byte[] named(byte[] file) throws IOException {
        if (codes.isEmpty()) {
            return file;
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
                if (fonts != null) {
                    for (COSName name : fonts.keySet()) {
                        COSDictionary font = fonts.getCOSDictionary(name);
                        if (font != null && told(font) instanceof COSStream told) {
                            rename(told);
                        }
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Object told(COSDictionary font) {
        Object told = font.getItem(COSName.TO_UNICODE);
        Object direct = told instanceof COSObject indirect ? indirect.getObject() : told;
        return direct == null ? "" : direct;
    }

    private void rename(COSStream told) throws IOException {
        String table;
        try (var stream = told.createInputStream()) {
            table = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
        String renamed = table;
        for (Map.Entry<String, Integer> each : codes.entrySet()) {
            renamed = renamed.replace(
                    "<" + hex(Character.toString(each.getValue())) + ">", "<" + hex(each.getKey()) + ">");
        }
        if (!renamed.equals(table)) {
            try (var stream = told.createOutputStream(COSName.FLATE_DECODE)) {
                stream.write(renamed.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    /** Not before the first letter is missing: together they take sixty megabytes. */
    private static final class StandIns {
        /** In the order in which they are asked. */
        static final List<StandInFont> FONTS = List.of(
                new StandInFont("Rare 1", "DejaVuSans.ttf"),
                new StandInFont("Rare 2", "Symbola.ttf"),
                new StandInFont("Rare 3", "HanaMinA.ttf"),
                new StandInFont("Rare 4", "HanaMinB.ttf"),
                new StandInFont("Rare 5", "Unifont.ttf"),
                new StandInFont("Rare 6", "UnifontUpper.ttf"));
    }
}
