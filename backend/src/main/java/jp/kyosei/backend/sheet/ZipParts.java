package jp.kyosei.backend.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a zip file as its list at the end names them. Before any is given out, each was unpacked once to nowhere
 * and its checksum compared: what comes later can neither be cut off nor swell beyond the limit, whatever sizes the
 * file says. Names of parts are the same in upper and lower case.
 */
final class ZipParts {
    private static final int ENTRY = 0x04034B50;
    private static final int LISTED = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int WIDE_END = 0x06064B50;
    private static final int WIDE_LOCATOR = 0x07064B50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LISTED_LENGTH = 46;
    private static final int ENTRY_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long WIDE = 0xFFFF_FFFFL;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 64 * 1024;

    private final byte[] content;
    private final Map<String, Part> parts;

    /** @param length unpacked, as counted */
    private record Part(String name, int method, int start, int packed, long length) {}

    /** As the list says, which may be wrong. */
    private record Listed(String name, int method, long crc, int start, int packed) {}

    private ZipParts(byte[] content, Map<String, Part> parts) {
        this.content = content;
        this.parts = parts;
    }

    static boolean startsAsZip(byte[] content) {
        return content.length >= Integer.BYTES && view(content).getInt(0) == ENTRY;
    }

    /** @throws UnreadableFileException if the file is damaged, encrypted or swells too much */
    static ZipParts of(byte[] content) {
        try {
            List<Listed> listed = new Listing(content).read();
            return new ZipParts(content, unpacked(content, listed));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw Refusals.broken();
        }
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /**
     * @param most bytes that it may have unpacked
     * @throws UnreadableFileException if there is no such part or it is larger
     */
    InputStream open(String name, long most) {
        Part part = parts.get(key(name));
        if (part == null) {
            throw Refusals.broken();
        }
        if (part.length > most) {
            throw Refusals.largeUnpacked();
        }
        return stream(content, part.method, part.start, part.packed);
    }

    /** Of all parts unpacked, in bytes. */
    long length() {
        return parts.values().stream().mapToLong(Part::length).sum();
    }

    /** The whole part, as text. */
    String text(String name, int most) {
        try (InputStream in = open(name, most)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that could be unpacked once", e);
        }
    }

    private static Map<String, Part> unpacked(byte[] content, List<Listed> listed) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (Listed entry : listed) {
            CRC32 crc = new CRC32();
            long length = 0;
            try (InputStream in = stream(content, entry.method, entry.start, entry.packed)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    length += read;
                    if (all + length > Limits.UNPACKED_BYTES) {
                        throw Refusals.largeUnpacked();
                    }
                    crc.update(buffer, 0, read);
                }
            }
            all += length;
            Part part = new Part(entry.name, entry.method, entry.start, entry.packed, length);
            if (crc.getValue() != entry.crc || parts.put(key(entry.name), part) != null) {
                throw Refusals.broken();
            }
        }
        return parts;
    }

    private static InputStream stream(byte[] content, int method, int start, int packed) {
        InputStream raw = new ByteArrayInputStream(content, start, packed);
        return method == STORED ? raw : new Inflating(raw);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ByteBuffer view(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Gives its memory outside of the heap back when closed, which the stream itself does only for its own inflater. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream raw) {
            super(raw, new Inflater(true), BUFFER);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Reads the list at the end. Offsets out of the file end in IndexOutOfBoundsException. */
    private static final class Listing {
        private static final int ENCRYPTED = 1;

        private final byte[] content;
        private final ByteBuffer bytes;

        Listing(byte[] content) {
            this.content = content;
            this.bytes = view(content);
        }

        List<Listed> read() {
            int end = end();
            long count = Short.toUnsignedInt(bytes.getShort(end + 10));
            long start = unsigned(end + 16);
            if (end >= LOCATOR_LENGTH && bytes.getInt(end - LOCATOR_LENGTH) == WIDE_LOCATOR) {
                int wide = index(bytes.getLong(end - LOCATOR_LENGTH + 8));
                if (bytes.getInt(wide) != WIDE_END) {
                    throw Refusals.broken();
                }
                count = bytes.getLong(wide + 32);
                start = bytes.getLong(wide + 48);
            }
            if (count < 0 || count > Limits.PARTS) {
                throw Refusals.largeUnpacked();
            }
            Listed[] listed = new Listed[(int) count];
            int at = index(start);
            for (int number = 0; number < count; number++) {
                listed[number] = listed(at);
                at += LISTED_LENGTH + length(at + 28) + length(at + 30) + length(at + 32);
            }
            if (bytes.getInt(at) == LISTED) {
                throw Refusals.broken();
            }
            List<Listed> files = List.of(listed).stream()
                    .filter(file -> !file.name.endsWith("/"))
                    .sorted(Comparator.comparingInt(Listed::start))
                    .toList();
            rejectOverlap(files);
            return files;
        }

        private int end() {
            int last = content.length - END_LENGTH;
            for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
                if (bytes.getInt(at) == END && length(at + 20) <= last - at) {
                    return at;
                }
            }
            throw Refusals.broken();
        }

        private Listed listed(int at) {
            if (bytes.getInt(at) != LISTED) {
                throw Refusals.broken();
            }
            if ((length(at + 8) & ENCRYPTED) != 0) {
                throw Refusals.locked();
            }
            int method = length(at + 10);
            if (method != STORED && method != DEFLATED) {
                throw Refusals.broken();
            }
            long packed = unsigned(at + 20);
            long local = unsigned(at + 42);
            int nameLength = length(at + 28);
            if (packed == WIDE || local == WIDE) {
                Wide wide = wide(at, nameLength);
                packed = wide.packed;
                local = wide.local;
            }
            String name = name(at + LISTED_LENGTH, nameLength);
            int entry = index(local);
            if (bytes.getInt(entry) != ENTRY || !name.equals(name(entry + ENTRY_LENGTH, length(entry + 26)))) {
                throw Refusals.broken();
            }
            int start = entry + ENTRY_LENGTH + length(entry + 26) + length(entry + 28);
            if (packed < 0 || packed > content.length - start) {
                throw Refusals.broken();
            }
            return new Listed(name, method, unsigned(at + 16), start, (int) packed);
        }

        private record Wide(long packed, long local) {}

        /** The extension for large files, which some writers use for small ones too. */
        private Wide wide(int at, int nameLength) {
            long packed = unsigned(at + 20);
            long local = unsigned(at + 42);
            int field = at + LISTED_LENGTH + nameLength;
            int fieldsEnd = field + length(at + 30);
            while (field + 4 <= fieldsEnd) {
                if (length(field) == 1) {
                    int value = field + 4;
                    if (unsigned(at + 24) == WIDE) {
                        value += Long.BYTES;
                    }
                    if (packed == WIDE) {
                        packed = bytes.getLong(value);
                        value += Long.BYTES;
                    }
                    if (local == WIDE) {
                        local = bytes.getLong(value);
                    }
                    return new Wide(packed, local);
                }
                field += 4 + length(field + 2);
            }
            throw Refusals.broken();
        }

        /** Entries that share bytes are how a small file swells without end. */
        private static void rejectOverlap(List<Listed> sorted) {
            long end = 0;
            for (Listed file : sorted) {
                if (file.start < end) {
                    throw Refusals.broken();
                }
                end = (long) file.start + file.packed;
            }
        }

        private String name(int at, int length) {
            if (at + length > content.length) {
                throw Refusals.broken();
            }
            String name = new String(content, at, length, StandardCharsets.UTF_8).replace('\\', '/');
            return name.startsWith("/") ? name.substring(1) : name;
        }

        private int length(int at) {
            return Short.toUnsignedInt(bytes.getShort(at));
        }

        private long unsigned(int at) {
            return Integer.toUnsignedLong(bytes.getInt(at));
        }

        private int index(long offset) {
            if (offset < 0 || offset >= content.length) {
                throw Refusals.broken();
            }
            return (int) offset;
        }
    }
}
