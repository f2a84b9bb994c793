package jp.kyosei.backend.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of contents at the end of a zip file, by which most programs read it. It can differ from the entries that
 * stand before it, which is how a file shows one thing to a scanner and another to a reader.
 */
final class ZipListing {
    private static final int ENTRY = 0x04034B50;
    private static final int LISTED = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int END_COUNT = 10;
    private static final int END_SIZE = 12;
    private static final int END_START = 16;
    private static final int END_COMMENT = 20;
    private static final int LISTED_LENGTH = 46;
    private static final int LISTED_LENGTHS = 28;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipListing() {}

    static boolean startsAsZip(byte[] content) {
        return content.length >= Integer.BYTES && read(content).getInt(0) == ENTRY;
    }

    static boolean endsAsZip(byte[] content) {
        return end(content) >= 0;
    }

    /** The names listed, in their order; none if there is no sound list at the very end. */
    static Optional<List<String>> names(byte[] content) {
        int end = end(content);
        if (end < 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = read(content);
        int count = Short.toUnsignedInt(bytes.getShort(end + END_COUNT));
        long size = Integer.toUnsignedLong(bytes.getInt(end + END_SIZE));
        long start = Integer.toUnsignedLong(bytes.getInt(end + END_START));
        if (start + size != end) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        int at = (int) start;
        while (at < end) {
            if (at + LISTED_LENGTH > end || bytes.getInt(at) != LISTED) {
                return Optional.empty();
            }
            int name = Short.toUnsignedInt(bytes.getShort(at + LISTED_LENGTHS));
            int extra = Short.toUnsignedInt(bytes.getShort(at + LISTED_LENGTHS + 2));
            int comment = Short.toUnsignedInt(bytes.getShort(at + LISTED_LENGTHS + 4));
            int next = at + LISTED_LENGTH + name + extra + comment;
            if (next > end) {
                return Optional.empty();
            }
            names.add(new String(content, at + LISTED_LENGTH, name, StandardCharsets.UTF_8));
            at = next;
        }
        return names.size() == count ? Optional.of(names) : Optional.empty();
    }

    /** Where the end record stands whose comment reaches exactly to the end of the file; -1 if nowhere. */
    private static int end(byte[] content) {
        ByteBuffer bytes = read(content);
        int last = content.length - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + END_COMMENT)) == last - at) {
                return at;
            }
        }
        return -1;
    }

    private static ByteBuffer read(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
