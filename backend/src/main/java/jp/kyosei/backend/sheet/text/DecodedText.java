package jp.kyosei.backend.sheet.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.UnreadableFileException;

/**
 * The text of a file, in the encodings that Japanese offices use. An encoding is taken only if every byte of the file is
 * sound in it: one replaced character in a place name would go unnoticed.
 */
public final class DecodedText {
    /** What the Japanese Windows calls Shift_JIS: with ①, ㈱ and 髙. */
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

    /** What DOS wrote behind a text. */
    private static final char DOS_END = '\u001A';

    private static final char ESCAPE = '\u001B';

    /** With so many characters of three bytes before the first fault, a file was UTF-8: kana of windows-31j fail at once. */
    private static final int SURELY_UTF_8 = 3;

    private static final int FIRST_OF_THREE_BYTES = 0x0800;

    private DecodedText() {}

    /** @throws UnreadableFileException naming the line that cannot be read */
    public static String of(byte[] content) {
        String text = decoded(content);
        String shortened = !text.isEmpty() && text.charAt(text.length() - 1) == DOS_END
                ? text.substring(0, text.length() - 1)
                : text;
        rejectControls(shortened);
        return shortened;
    }

    private static String decoded(byte[] content) {
        if (startsWith(content, UTF_8_MARK)) {
            return strict(content, UTF_8_MARK.length, StandardCharsets.UTF_8).orRefused();
        }
        if (startsWith(content, LITTLE_MARK)) {
            return strict(content, 2, StandardCharsets.UTF_16LE).orRefused();
        }
        if (startsWith(content, BIG_MARK)) {
            return strict(content, 2, StandardCharsets.UTF_16BE).orRefused();
        }
        Decoding unicode = strict(content, 0, StandardCharsets.UTF_8);
        if (unicode.whole) {
            return unicode.text;
        }
        if (isSurelyUtf8(unicode)) {
            return unicode.orRefused();
        }
        Decoding japanese = strict(content, 0, WINDOWS_31J);
        if (isEucJp(content, japanese)) {
            throw FileRefusals.otherEncoding("「EUC-JP」");
        }
        rejectUtf8Lines(content);
        return japanese.orRefused();
    }

    private static boolean isSurelyUtf8(Decoding unicode) {
        long wide = unicode.text
                .chars()
                .filter(character -> character >= FIRST_OF_THREE_BYTES)
                .limit(SURELY_UTF_8)
                .count();
        return wide == SURELY_UTF_8;
    }

    /** Files that were put together from others: most letters of UTF-8 are some letters of windows-31j. */
    private static void rejectUtf8Lines(byte[] content) {
        int start = 0;
        int line = 1;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n' || at + 1 == content.length) {
                Decoding unicode = strict(Arrays.copyOfRange(content, start, at + 1), 0, StandardCharsets.UTF_8);
                if (unicode.whole && isSurelyUtf8(unicode)) {
                    throw FileRefusals.badCharacter(line);
                }
                start = at + 1;
                line++;
            }
        }
    }

    /** @param text as far as it could be read */
    private record Decoding(String text, boolean whole) {
        String orRefused() {
            if (!whole) {
                throw FileRefusals.badCharacter(line(text, text.length()));
            }
            return text;
        }
    }

    private static Decoding strict(byte[] content, int start, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CharBuffer text = CharBuffer.allocate(content.length - start + 1);
        CoderResult result = decoder.decode(bytes, text, true);
        if (!result.isError()) {
            result = decoder.flush(text);
        }
        return new Decoding(text.flip().toString(), !result.isError());
    }

    /** Its bytes are sound in windows-31j too, but all of them become half-width kana there. */
    private static boolean isEucJp(byte[] content, Decoding japanese) {
        long wide = japanese.text
                .chars()
                .filter(character -> character >= FIRST_OF_THREE_BYTES && character < '\uFF00')
                .count();
        long narrow = japanese.text
                .chars()
                .filter(character -> character >= '\uFF61' && character <= '\uFF9F')
                .count();
        return (narrow > wide || !japanese.whole) && strict(content, 0, EUC_JP).whole;
    }

    /** @throws UnreadableFileException if there is a control character other than tab and line break */
    public static void rejectControls(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == ESCAPE
                    && at + 1 < text.length()
                    && (text.charAt(at + 1) == '$' || text.charAt(at + 1) == '(')) {
                throw FileRefusals.otherEncoding("「JIS（ISO-2022-JP）」");
            }
            boolean control =
                    Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
            if (control) {
                throw FileRefusals.control(line(text, at), character);
            }
        }
    }

    /** From 1. */
    private static int line(String text, int end) {
        int line = 1;
        for (int at = 0; at < end; at++) {
            char character = text.charAt(at);
            boolean carriageReturnAlone = character == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n');
            if (character == '\n' || carriageReturnAlone) {
                line++;
            }
        }
        return line;
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
