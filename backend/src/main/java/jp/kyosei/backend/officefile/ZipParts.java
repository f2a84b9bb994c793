package jp.kyosei.backend.officefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import jp.kyosei.backend.officefile.OfficeFileException.Fault;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a zip file, known to be the same whichever way it is read: by its list at the end, as most programs do, or entry
 * by entry from the beginning. Before any is given out, each was unpacked once to nowhere and its checksum compared: what comes
 * later can neither be cut off nor swell beyond the limit, whatever sizes the file says. Names of parts are the same in upper
 * and lower case.
 */
public final class ZipParts {
    private static final int BUFFER = 64 * 1024;

    private final ZipFile zip;
    private final Map<String, Part> parts;
    private final long length;

    /** @param length unpacked, as counted */
    private record Part(ZipArchiveEntry entry, long length) {}

    private ZipParts(ZipFile zip, Map<String, Part> parts, long length) {
        this.zip = zip;
        this.parts = parts;
        this.length = length;
    }

    /** Whether the first bytes are those of a zip file with something in it. */
    public static boolean startsAsZip(byte[] content) {
        return ZipEnd.startsAsZip(content);
    }

    /** Whether programs that look for a zip file from the end would find one. */
    public static boolean endsAsZip(byte[] content) {
        return ZipEnd.endsAsZip(content);
    }

    /**
     * Takes a file apart.
     *
     * @param mostBytes that all parts together may have unpacked
     * @param mostParts that there may be
     * @throws OfficeFileException if it is damaged, has a password, or is too large
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static ZipParts of(byte[] content, long mostBytes, int mostParts) {
        if (!startsAsZip(content)) {
            throw OfficeFileException.broken();
        }
        try {
            ZipEnd.of(content, mostParts);
            // Nothing is open but memory.
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .setCharset(StandardCharsets.UTF_8)
                    .setUseUnicodeExtraFields(false)
                    .get();
            List<ZipArchiveEntry> listed = Collections.list(zip.getEntries());
            requireReadable(listed);
            Map<Long, Walked> walked = walk(content, mostBytes);
            Map<String, Part> parts = new LinkedHashMap<>();
            for (ZipArchiveEntry entry : listed) {
                Walked same = walked.remove(entry.getDataOffset());
                if (same == null || !same.is(entry) || parts.containsKey(key(entry))) {
                    throw OfficeFileException.broken();
                }
                parts.put(key(entry), new Part(entry, same.length));
            }
            if (!walked.isEmpty()) {
                throw OfficeFileException.broken();
            }
            parts.keySet().removeIf(name -> name.endsWith("/"));
            long all = parts.values().stream().mapToLong(Part::length).sum();
            return new ZipParts(zip, parts, all);
        } catch (IOException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw OfficeFileException.broken();
        }
    }

    /** In lower case. */
    public Set<String> names() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    /** Whether there is a part of that name. */
    public boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The part of that name.
     *
     * @param most bytes that it may have unpacked
     * @throws OfficeFileException if there is no such part or it is larger
     */
    public InputStream open(String name, long most) {
        Part part = parts.get(name.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw OfficeFileException.broken();
        }
        if (part.length > most) {
            throw OfficeFileException.tooLarge();
        }
        try {
            return zip.getInputStream(part.entry);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that could be unpacked once", e);
        }
    }

    /**
     * The whole part.
     *
     * @param most bytes that it may have
     * @throws OfficeFileException as {@link #open}
     */
    public byte[] bytes(String name, long most) {
        try (InputStream in = open(name, most)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that could be unpacked once", e);
        }
    }

    /** Of all parts unpacked, in bytes. */
    public long length() {
        return length;
    }

    /**
     * The whole part, as text.
     *
     * @param most bytes that it may have
     * @throws OfficeFileException as {@link #open}
     */
    public String text(String name, int most) {
        try (InputStream in = open(name, most)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that could be unpacked once", e);
        }
    }

    private static void requireReadable(List<ZipArchiveEntry> listed) {
        for (ZipArchiveEntry entry : listed) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new OfficeFileException(Fault.LOCKED);
            }
            if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                throw OfficeFileException.broken();
            }
        }
    }

    /**
     * An entry as it was come by.
     *
     * @param length unpacked, as counted
     * @param checksum as reckoned
     */
    private record Walked(ZipArchiveEntry entry, long length, long checksum) {
        boolean is(ZipArchiveEntry listed) {
            return name(entry).equals(name(listed))
                    && entry.getMethod() == listed.getMethod()
                    && entry.getCompressedSize() == listed.getCompressedSize()
                    && checksum == listed.getCrc();
        }
    }

    /** All entries from the beginning, by where their content stands. */
    private static Map<Long, Walked> walk(byte[] content, long mostBytes) throws IOException {
        Map<Long, Walked> walked = new HashMap<>();
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8.name(), false)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // The head may name another method than the list; the library's stream has none for some.
                requireReadable(List.of(entry));
                if (!zip.canReadEntryData(entry)) {
                    throw OfficeFileException.broken();
                }
                CRC32 crc = new CRC32();
                long length = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    length += read;
                    if (all + length > mostBytes) {
                        throw OfficeFileException.tooLarge();
                    }
                    crc.update(buffer, 0, read);
                }
                all += length;
                walked.put(entry.getDataOffset(), new Walked(entry, length, crc.getValue()));
            }
        }
        return walked;
    }

    private static String name(ZipArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static String key(ZipArchiveEntry entry) {
        return name(entry).toLowerCase(Locale.ROOT);
    }
}
