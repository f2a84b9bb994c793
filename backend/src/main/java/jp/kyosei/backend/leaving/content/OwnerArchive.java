package jp.kyosei.backend.leaving.content;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;

/**
 * Writes all of an owner's data into one ZIP: {@code README.md}, {@code tables/*.csv} for people, {@code json/*.ndjson} with the
 * same exactly, {@code files/…} with what was attached, brought in and published, {@code papers/…} with every issued paper as PDF. One snapshot: what is changed meanwhile is in it
 * whole or not at all.
 */
@Singleton
public class OwnerArchive {
    private final TablesOfOwners tables;
    private final RowReader reader;
    private final IssuedPaperFiles papers;
    private final ArchiveReadMe readMe;
    private final Json json;
    private final TenantDoor door;

    OwnerArchive(
            TablesOfOwners tables,
            RowReader reader,
            IssuedPaperFiles papers,
            ArchiveReadMe readMe,
            Json json,
            TenantDoor door) {
        this.tables = tables;
        this.reader = reader;
        this.papers = papers;
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
        // In the context of a reader, so before the snapshot; what was issued does not change any more.
        List<IssuedPaperFile> issued = papers.of(owner, work);
        door.leaving(owner, () -> {
            try (ArchiveFile file = new ArchiveFile(out, work, json)) {
                List<TableOfOwner> all = tables.archived();
                Map<TableOfOwner, Long> rows = new LinkedHashMap<>();
                for (TableOfOwner table : all) {
                    rows.put(table, file.add(table, found -> reader.read(table.name(), found)));
                    progress.done(rows.size(), all.size());
                }
                for (IssuedPaperFile paper : issued) {
                    file.move(paper.place(), paper.content());
                }
                file.explain(readMe.ofOwner(rows, issued));
            } catch (IOException e) {
                throw new UncheckedIOException("the archive could not be written", e);
            }
            return true;
        });
    }

    /** How far an archive has come. */
    @FunctionalInterface
    public interface Progress {
        void done(int steps, int ofSteps);
    }
}
