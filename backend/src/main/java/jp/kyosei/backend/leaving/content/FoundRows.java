package jp.kyosei.backend.leaving.content;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.report.data.CsvWriter;
import jp.kyosei.backend.text.FileName;
import org.apache.commons.csv.CSVPrinter;

/** Writes the rows of a table as CSV and as JSON, one object a line, and the files that they hold into the archive. */
final class FoundRows implements RowReader.Rows {
    private final TableOfOwner table;
    private final ZipOutputStream zip;
    private final CSVPrinter cells;
    private final Writer objects;
    private final Json json;
    private final int nameColumn;
    private long row;

    FoundRows(TableOfOwner table, ZipOutputStream zip, CSVPrinter cells, Writer objects, Json json) {
        this.table = table;
        this.zip = zip;
        this.cells = cells;
        this.objects = objects;
        this.json = json;
        this.nameColumn =
                Math.max(table.columns().indexOf("file_name"), table.columns().indexOf("name"));
    }

    void head() throws IOException {
        cells.printRecord(table.columns());
    }

    @Override
    public void take(String object, List<RowReader.Cell> found) throws IOException {
        row++;
        List<String> line = new ArrayList<>();
        StringBuilder files = new StringBuilder();
        for (int column = 0; column < found.size(); column++) {
            switch (found.get(column)) {
                case RowReader.Cell.Text text -> line.add(CsvWriter.harmless(text.text()));
                case RowReader.Cell.File file -> {
                    String path = path(found);
                    zip.putNextEntry(new ZipEntry(path));
                    zip.write(file.content());
                    zip.closeEntry();
                    line.add(path);
                    files.append(",%s:%s".formatted(json.text(table.columns().get(column)), json.text(path)));
                }
            }
        }
        cells.printRecord(line);
        objects.write(object, 0, object.length() - 1);
        objects.write(files + "}\n");
    }

    /** Numbered by its row, for two files of a table may have one name. */
    private String path(List<RowReader.Cell> found) {
        String name = nameColumn >= 0 && found.get(nameColumn) instanceof RowReader.Cell.Text text ? text.text() : "";
        return "files/%s/%05d %s".formatted(table.name(), row, FileName.of(name).value());
    }
}
