package jp.kyosei.backend.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters that PDF files are set in: BIZ UDPGothic by Morisawa (SIL Open Font License, beside the files), part of the
 * product, so that no font need be installed where it runs.
 */
final class Letters {
    static final String FAMILY = "BIZ UDPGothic";

    /** Stands where the font has no letter. */
    private static final int GETA = '〓';

    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;
    private static final int FIRST_IDEOGRAPHIC_SELECTOR = 0xE0100;
    private static final int LAST_IDEOGRAPHIC_SELECTOR = 0xE01EF;

    private final byte[] regular = bytes("/fonts/BIZUDPGothic-Regular.ttf");
    private final byte[] bold = bytes("/fonts/BIZUDPGothic-Bold.ttf");
    private final CmapLookup known;

    private Letters() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(regular))) {
            known = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of papers could not be read", e);
        }
    }

    static Letters get() {
        return Loaded.LETTERS;
    }

    InputStream regular() {
        return new ByteArrayInputStream(regular);
    }

    InputStream bold() {
        return new ByteArrayInputStream(bold);
    }

    /** The text in letters that the font has: 〓 for what it has not, nothing for the selectors of variants. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(letter -> !isSelector(letter)).forEach(letter -> {
            if (letter == '\t' || letter == '\u00A0') {
                printable.append(' ');
            } else if (letter >= ' ') {
                printable.appendCodePoint(known.getGlyphId(letter) == 0 ? GETA : letter);
            }
        });
        return printable.toString();
    }

    private static boolean isSelector(int letter) {
        return (letter >= FIRST_SELECTOR && letter <= LAST_SELECTOR)
                || (letter >= FIRST_IDEOGRAPHIC_SELECTOR && letter <= LAST_IDEOGRAPHIC_SELECTOR)
                || Character.getType(letter) == Character.FORMAT;
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Objects.requireNonNull(Letters.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of papers could not be read", e);
        }
    }

    /** Not before the first paper is made. */
    private static final class Loaded {
        private static final Letters LETTERS = new Letters();
    }
}
