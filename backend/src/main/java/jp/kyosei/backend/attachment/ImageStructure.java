package jp.kyosei.backend.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Whether an image is there from its first to its last part; the picture itself is never decoded. */
final class ImageStructure {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PNG_FIRST = 0x49484452;
    private static final int PNG_LAST = 0x49454E44;
    /** Length, name and check sum of a part. */
    private static final int PNG_FRAME = 12;

    private static final int JPEG_MARK = 0xFF;
    private static final int JPEG_START = 0xD8;
    private static final int JPEG_END = 0xD9;
    private static final int JPEG_SCAN = 0xDA;

    private static final int RIFF_HEAD = 8;
    private static final int WEBP_LEAST = 20;

    private ImageStructure() {}

    /** Header first, end last, and nothing behind. */
    static boolean isWholePng(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (bytes.remaining() < Long.BYTES + PNG_FRAME || bytes.getLong() != PNG_SIGNATURE) {
            return false;
        }
        boolean first = true;
        while (bytes.remaining() >= PNG_FRAME) {
            int length = bytes.getInt();
            int name = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - Integer.BYTES || (first && name != PNG_FIRST)) {
                return false;
            }
            bytes.position(bytes.position() + length + Integer.BYTES);
            if (name == PNG_LAST) {
                return !bytes.hasRemaining();
            }
            first = false;
        }
        return false;
    }

    /** Parts up to the picture, and an end after it; cameras put further pictures behind. */
    static boolean isWholeJpeg(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (bytes.remaining() < 4 || mark(bytes) != JPEG_START) {
            return false;
        }
        while (bytes.remaining() >= 4) {
            int mark = mark(bytes);
            int length = Short.toUnsignedInt(bytes.getShort()) - Short.BYTES;
            if (mark < 0xC0 || length < 0 || length > bytes.remaining()) {
                return false;
            }
            bytes.position(bytes.position() + length);
            if (mark == JPEG_SCAN) {
                return hasEnd(content, bytes.position());
            }
        }
        return false;
    }

    /** The second byte of a mark, which may be preceded by filling; -1 where there is none. */
    private static int mark(ByteBuffer bytes) {
        if (Byte.toUnsignedInt(bytes.get()) != JPEG_MARK) {
            return -1;
        }
        int mark = JPEG_MARK;
        while (mark == JPEG_MARK && bytes.remaining() > Short.BYTES) {
            mark = Byte.toUnsignedInt(bytes.get());
        }
        return mark;
    }

    private static boolean hasEnd(byte[] content, int from) {
        for (int at = content.length - 2; at >= from; at--) {
            if (Byte.toUnsignedInt(content[at]) == JPEG_MARK && Byte.toUnsignedInt(content[at + 1]) == JPEG_END) {
                return true;
            }
        }
        return false;
    }

    /** As long as it says. */
    static boolean isWholeWebp(byte[] content) {
        if (content.length < WEBP_LEAST
                || !new String(content, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                || !new String(content, RIFF_HEAD, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
            return false;
        }
        long said = Integer.toUnsignedLong(
                ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        return RIFF_HEAD + said == content.length;
    }
}
