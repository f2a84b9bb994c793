package jp.kyosei.backend.leaving.content;

import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.report.data.CsvWriter;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes all of an owner's data into one ZIP: {@code README.md}, {@code tables/*.csv} for people, {@code json/*.ndjson} with the
 * same exactly, {@code files/…} with what was attached, brought in and published. One snapshot: what is changed meanwhile is in it
 * whole or not at all.
 */
@Singleton
public class OwnerArchive {
    private final TablesOfOwners tables;
    private final RowReader reader;
    private final ArchiveReadMe readMe;
    private final Json json;
    private final TenantDoor door;

    OwnerArchive(TablesOfOwners tables, RowReader reader, ArchiveReadMe readMe, Json json, TenantDoor door) {
        this.tables = tables;
        this.reader = reader;
        this.readMe = readMe;
        this.json = json;
        this.door = door;
    }

    /**
     * Writes the archive of an owner, whoever asked for it; whether they may is to be asked before.
     *
     * @param work a folder for what is written between
     * @param progress is told after each table how many of how many are done
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(OwnerId owner, OutputStream out, Path work, Progress progress) {
        door.leaving(owner, () -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                List<TableOfOwner> all = tables.archived();
                Map<TableOfOwner, Long> rows = new LinkedHashMap<>();
                for (TableOfOwner table : all) {
                    rows.put(table, write(table, zip, work));
                    progress.done(rows.size(), all.size());
                }
                zip.putNextEntry(new ZipEntry("README.md"));
                zip.write(readMe.text(rows).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException("the archive could not be written", e);
            }
            return true;
        });
    }

    /** A ZIP takes one entry after the other, so both forms of a table are written beside it first. */
    private long write(TableOfOwner table, ZipOutputStream zip, Path work) throws IOException {
        Path csv = Files.createTempFile(work, "table", ".csv");
        Path ndjson = Files.createTempFile(work, "table", ".ndjson");
        try {
            long rows;
            try (CSVPrinter cells = CsvWriter.begun(open(csv));
                    Writer objects = open(ndjson)) {
                FoundRows found = new FoundRows(table, zip, cells, objects, json);
                found.head();
                rows = reader.read(table.name(), found);
            }
            put(zip, "tables/%s.csv".formatted(table.name()), csv);
            put(zip, "json/%s.ndjson".formatted(table.name()), ndjson);
            return rows;
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(ndjson);
        }
    }

    private static Writer open(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, Path content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(content, zip);
        zip.closeEntry();
    }

    /** How far an archive has come. */
    @FunctionalInterface
    public interface Progress {
        void done(int steps, int ofSteps);
    }
}
