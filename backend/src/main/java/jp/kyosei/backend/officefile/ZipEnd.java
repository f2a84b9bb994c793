package jp.kyosei.backend.officefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The record at the end of a zip file, which says where its list is and how long. Programs look for it from the end; what is
 * behind it, or between it and its list, is how a file shows one thing to a scanner and another to a reader.
 *
 * @param start of the list, in bytes from the beginning
 * @param end of the list
 * @param count of the entries in it
 */
record ZipEnd(int start, int end, long count) {
    private static final int ENTRY = 0x04034B50;
    private static final int LISTED = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int WIDE_END = 0x06064B50;
    private static final int WIDE_LOCATOR = 0x07064B50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LISTED_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;

    static boolean startsAsZip(byte[] content) {
        return content.length >= Integer.BYTES && view(content).getInt(0) == ENTRY;
    }

    /** Whether the end record of a zip file, with its comment, is the very end. */
    static boolean endsAsZip(byte[] content) {
        return endOf(content) >= 0;
    }

    /**
     * Reads it.
     *
     * @param most entries that there may be
     * @throws OfficeFileException if there is none at the very end, or its list is not right before it
     * @throws IndexOutOfBoundsException if it says that something is out of the file
     */
    static ZipEnd of(byte[] content, int most) {
        ByteBuffer bytes = view(content);
        int at = endOf(content);
        if (at < 0) {
            throw OfficeFileException.broken();
        }
        long count = Short.toUnsignedInt(bytes.getShort(at + 10));
        long size = Integer.toUnsignedLong(bytes.getInt(at + 12));
        long start = Integer.toUnsignedLong(bytes.getInt(at + 16));
        int end = at;
        if (at >= LOCATOR_LENGTH && bytes.getInt(at - LOCATOR_LENGTH) == WIDE_LOCATOR) {
            // The record for large files, which some writers use for small ones too.
            end = Math.toIntExact(Math.clamp(bytes.getLong(at - LOCATOR_LENGTH + 8), -1, Integer.MAX_VALUE));
            if (bytes.getInt(end) != WIDE_END) {
                throw OfficeFileException.broken();
            }
            count = bytes.getLong(end + 32);
            size = bytes.getLong(end + 40);
            start = bytes.getLong(end + 48);
        }
        if (count < 0 || count > most) {
            throw OfficeFileException.tooLarge();
        }
        if (start < 0 || start > end || size != end - start) {
            throw OfficeFileException.broken();
        }
        ZipEnd found = new ZipEnd((int) start, end, count);
        found.requireList(bytes);
        return found;
    }

    /** The list has as many entries as are said, and nothing else. */
    private void requireList(ByteBuffer bytes) {
        int at = start;
        for (long entry = 0; entry < count; entry++) {
            if (at > end - LISTED_LENGTH || bytes.getInt(at) != LISTED) {
                throw OfficeFileException.broken();
            }
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            int further = Short.toUnsignedInt(bytes.getShort(at + 30));
            int comment = Short.toUnsignedInt(bytes.getShort(at + 32));
            at += LISTED_LENGTH + name + further + comment;
        }
        if (at != end) {
            throw OfficeFileException.broken();
        }
    }

    private static int endOf(byte[] content) {
        ByteBuffer bytes = view(content);
        int last = content.length - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + 20)) == last - at) {
                return at;
            }
        }
        return -1;
    }

    private static ByteBuffer view(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
