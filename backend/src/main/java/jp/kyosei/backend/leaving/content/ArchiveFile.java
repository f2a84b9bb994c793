package jp.kyosei.backend.leaving.content;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.report.data.CsvWriter;
import org.apache.commons.csv.CSVPrinter;

/** A ZIP that is being filled with tables, their files, and the page that explains them. */
final class ArchiveFile implements Closeable {
    private final ZipOutputStream zip;
    private final Path work;
    private final Json json;

    /** @param work a folder for what is written between: a ZIP takes one entry after the other */
    ArchiveFile(OutputStream out, Path work, Json json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.work = work;
        this.json = json;
    }

    /**
     * Adds a table in both its forms.
     *
     * @param reading reads its rows into what it is given, and says how many there were
     */
    long add(TableOfOwner table, ToLongFunction<RowReader.Rows> reading) throws IOException {
        Path csv = Files.createTempFile(work, "table", ".csv");
        Path ndjson = Files.createTempFile(work, "table", ".ndjson");
        try {
            long rows;
            try (CSVPrinter cells = CsvWriter.begun(open(csv));
                    Writer objects = open(ndjson)) {
                FoundRows found = new FoundRows(table, zip, cells, objects, json);
                found.head();
                rows = reading.applyAsLong(found);
            }
            put("tables/%s.csv".formatted(table.name()), csv);
            put("json/%s.ndjson".formatted(table.name()), ndjson);
            return rows;
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(ndjson);
        }
    }

    /** Adds what was written between, and takes it away there. */
    void move(String name, Path content) throws IOException {
        put(name, content);
        Files.deleteIfExists(content);
    }

    /** Adds the page that explains it all. */
    void explain(String page) throws IOException {
        zip.putNextEntry(new ZipEntry("README.md"));
        zip.write(page.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Writer open(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    private void put(String name, Path content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(content, zip);
        zip.closeEntry();
    }
}
