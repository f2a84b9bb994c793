package jp.kyosei.backend.leaving.content;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.backend.tenancy.TenantDoor;

/**
 * What the service keeps of one person, for that person: their account, roles and choices, what they wrote, entered and did. In the
 * person's own context, so that nobody is given what they may not see: what they did in an owner that they have left stays there.
 */
@Singleton
public class OwnArchive {
    private final TablesOfOwners tables;
    private final RowReader reader;
    private final ArchiveReadMe readMe;
    private final Json json;
    private final TenantDoor door;

    OwnArchive(TablesOfOwners tables, RowReader reader, ArchiveReadMe readMe, Json json, TenantDoor door) {
        this.tables = tables;
        this.reader = reader;
        this.readMe = readMe;
        this.json = json;
        this.door = door;
    }

    /**
     * A ZIP in the form of {@link OwnerArchive}.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public byte[] of(Actor actor) {
        SecurityLog.readsOfOthers(actor, "own data", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return door.read(actor, () -> {
            try {
                Path work = Files.createTempDirectory("kyosei-own");
                try (ArchiveFile file = new ArchiveFile(out, work, json)) {
                    Map<TableOfOwner, Long> rows = new LinkedHashMap<>();
                    for (TableOfPeople table : tables.ofPeople()) {
                        TableOfOwner shape = new TableOfOwner(table.name(), table.columns());
                        rows.put(shape, file.add(shape, found -> reader.readOwn(table, actor.person(), found)));
                    }
                    file.explain(readMe.ofPerson(rows));
                } finally {
                    Files.deleteIfExists(work);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("somebody's own data could not be written", e);
            }
            return out.toByteArray();
        });
    }
}
