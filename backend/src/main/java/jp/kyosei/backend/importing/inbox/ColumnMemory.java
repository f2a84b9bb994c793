package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.understanding.ColumnKind;
import org.jspecify.annotations.Nullable;

/**
 * What an owner's people have said of columns: of a head with its surroundings, never of a pattern. It belongs to the import in
 * which it was said, and goes with it when that is stopped or turned back. Always inside an open tenant door.
 */
@Singleton
public class ColumnMemory {
    private final MemoryRepository repository;
    private final Clock clock;

    ColumnMemory(MemoryRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** What was said in other imports of the owner; of the same head what was said last. */
    public RememberedColumns rememberedWithin(DataImport reading) {
        Map<String, RememberedColumn> byKey = new LinkedHashMap<>();
        for (RecalledRow row : repository.ofOwner(reading.owner().value())) {
            if (!row.importId().equals(reading.id().value())) {
                byKey.put(
                        row.key(),
                        new RememberedColumn(
                                row.key(),
                                row.label(),
                                ColumnKind.valueOf(row.kind()),
                                row.fileName(),
                                row.createdByName(),
                                row.saidAt()));
            }
        }
        return new RememberedColumns(byKey);
    }

    /**
     * Remembers for the owner's next files, in one batch.
     *
     * @param labels what stands above each column of a table
     * @param said by the column's index
     */
    public void rememberWithin(DataImport in, SortedMap<Integer, String> labels, Map<Integer, ColumnKind> said) {
        List<MemoryRow> rows = new ArrayList<>();
        new TableHeads(labels).keys().forEach((column, key) -> {
            ColumnKind kind = said.get(column);
            if (kind != null) {
                rows.add(new MemoryRow(
                        in.owner().value(),
                        in.id().value(),
                        key,
                        shortened(labels.get(column)),
                        kind.name(),
                        clock.instant()));
            }
        });
        if (!rows.isEmpty()) {
            repository.remember(rows);
        }
    }

    private static String shortened(@Nullable String label) {
        String text = label == null ? "" : label;
        int most = TextKind.NAME.most();
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Forgets what was said in an import. */
    public void forgetImportWithin(DataImport in) {
        repository.forgetImport(in.owner().value(), in.id().value());
    }

    /**
     * Forgets what was said of a head, whenever it was said.
     *
     * @return the head; none where there was nothing to forget
     */
    public Optional<String> forgetWithin(OwnerId owner, String key) {
        return repository.forget(owner.value(), key).stream().findFirst();
    }
}
