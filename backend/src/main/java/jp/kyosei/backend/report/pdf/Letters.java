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

    /** It, and those that stand in for letters that it has not, in their order; as style sheets name them. */
    static final String FAMILIES = "'BIZ UDPGothic', 'Rare 1', 'Rare 2', 'Rare 3', 'Rare 4', 'Rare 5', 'Rare 6'";

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

    /** Whether the font has that letter. */
    boolean has(int letter) {
        return known.getGlyphId(letter) != 0;
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
