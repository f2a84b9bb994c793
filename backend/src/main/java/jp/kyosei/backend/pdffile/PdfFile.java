package jp.kyosei.backend.pdffile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through all objects of a PDF file: those that it lists and those that it does not, of every revision, packed in object
 * streams or not. A reader finds some of them by the list at the end and repairs what is damaged; so whatever any reader might
 * come to is looked at, and none of the file's own lists is believed.
 */
public final class PdfFile {
    /** How often each byte may be read; an honest file is read once or twice. */
    private static final long READINGS = 8;

    /** What all object streams of a file may hold together; that of a long report is some hundred kilobytes. */
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int MOST_BACK = 40;

    private final byte[] content;
    private final PdfSyntax.Effort effort;
    private final PdfRules rules = new PdfRules();
    private final List<Packed> packed = new ArrayList<>();
    private int unpacked;
    private boolean locked;

    /** @param start where the stream of objects begins */
    private record Packed(PdfValue.Entries stream, int start) {}

    private PdfFile(byte[] content) {
        this.content = content;
        this.effort = new PdfSyntax.Effort(1024 + content.length * READINGS);
    }

    /** What a reader would find in it. */
    public static PdfContent look(byte[] content) {
        try {
            return new PdfFile(content).look();
        } catch (PdfSyntax.Unreadable e) {
            return PdfContent.BROKEN;
        }
    }

    private PdfContent look() {
        for (int at = 0; at < content.length; at++) {
            if (isWord("obj", at) && !isWord("endobj", at - 3)) {
                object(at + 3, number(at));
            } else if (isWord("trailer", at)
                    && new PdfSyntax(content, at + 7, effort).value() instanceof PdfValue.Entries trailer) {
                locked |= trailer.has("Encrypt");
                rules.look(-1, trailer, false);
            }
        }
        if (!locked) {
            packed.forEach(this::look);
        }
        PdfContent found = rules.found();
        // Of a locked file the packed objects cannot be read; all others can, for only texts and streams are locked.
        return found == PdfContent.PLAIN && locked && !packed.isEmpty() ? PdfContent.LOCKED : found;
    }

    private void object(int from, long number) {
        PdfSyntax syntax = new PdfSyntax(content, from, effort);
        PdfValue value = syntax.value();
        if (value == null) {
            return;
        }
        if (!(value instanceof PdfValue.Entries entries) || !syntax.follows("stream")) {
            rules.look(number, value, false);
            return;
        }
        rules.look(number, entries, true);
        locked |= entries.has("Encrypt");
        if (entries.isNamed("Type", "ObjStm") || (entries.has("N") && entries.has("First"))) {
            packed.add(new Packed(entries, dataFrom(syntax.at())));
        }
    }

    /** The objects in an object stream (7.5.7). */
    private void look(Packed packed) {
        List<String> filters =
                packed.stream().all("Filter").flatMap(PdfFile::each).toList();
        boolean plain = filters.isEmpty();
        if (!plain
                && (filters.size() != 1
                        || !(filters.getFirst().equals("FlateDecode")
                                || filters.getFirst().equals("Fl"))
                        || packed.stream().has("DecodeParms"))) {
            // No program writes object streams so; what is in them cannot be known here.
            throw new PdfSyntax.Unreadable();
        }
        byte[] objects = plain ? content : inflated(packed.start());
        int start = plain ? packed.start() : 0;
        long first = start + integer(packed.stream(), "First");
        PdfSyntax list = new PdfSyntax(objects, start, effort);
        Set<Long> looked = new HashSet<>();
        long count = integer(packed.stream(), "N");
        for (long index = 0; index < count; index++) {
            long number = integer(list.value());
            long at = first + integer(list.value());
            if (at < 0 || at >= objects.length) {
                break;
            }
            if (looked.add(at)) {
                PdfValue value = new PdfSyntax(objects, (int) at, effort).value();
                if (value != null) {
                    rules.look(number, value, false);
                }
            }
        }
    }

    private static Stream<String> each(PdfValue filter) {
        return switch (filter) {
            case PdfValue.Items items -> items.values().stream().flatMap(PdfFile::each);
            case PdfValue.Name name -> Stream.of(name.text());
            default -> Stream.of("?");
        };
    }

    private byte[] inflated(int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(content, start, Math.max(0, content.length - start)))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
                if (unpacked > MOST_UNPACKED) {
                    throw new PdfSyntax.Unreadable();
                }
                effort.grant(read * READINGS);
                out.write(buffer, 0, read);
            }
        } catch (IOException cutOff) {
            // What came before is there for readers, too.
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static long integer(PdfValue.Entries entries, String key) {
        return entries.all(key).mapToLong(PdfFile::integer).findFirst().orElse(-1);
    }

    /** -1 where it is none. */
    private static long integer(@Nullable PdfValue value) {
        return value instanceof PdfValue.Word(String text) && text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
    }

    private int dataFrom(int at) {
        int start = at;
        if (start < content.length && content[start] == '\r') {
            start++;
        }
        return start < content.length && content[start] == '\n' ? start + 1 : start;
    }

    /** The number that stands before {@code obj}, or -1 where something else does. */
    private long number(int at) {
        int behindGeneration = backOverBlanks(at);
        int generation = backOverDigits(behindGeneration);
        int behindNumber = backOverBlanks(generation);
        int number = backOverDigits(behindNumber);
        boolean found = generation < behindGeneration && behindNumber < generation && number < behindNumber;
        return found && behindNumber - number <= 10
                ? Long.parseLong(new String(content, number, behindNumber - number, StandardCharsets.ISO_8859_1))
                : -1;
    }

    private int backOverBlanks(int from) {
        int at = from;
        while (at > 0 && from - at < MOST_BACK && PdfSyntax.isBlank(content[at - 1])) {
            at--;
        }
        return at;
    }

    private int backOverDigits(int from) {
        int at = from;
        while (at > 0 && from - at < MOST_BACK && content[at - 1] >= '0' && content[at - 1] <= '9') {
            at--;
        }
        return at;
    }

    private boolean isWord(String word, int at) {
        if (at < 0 || at + word.length() > content.length) {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            if (content[at + index] != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }
}
