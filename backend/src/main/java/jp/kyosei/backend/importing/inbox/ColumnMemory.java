package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.understanding.ColumnKind;

/** What an owner's people have said of columns, by the words of their headers; always inside an open tenant door. */
@Singleton
public class ColumnMemory {
    private final MemoryRepository repository;

    ColumnMemory(MemoryRepository repository) {
        this.repository = repository;
    }

    /** What columns with such headers hold. */
    public Map<String, ColumnKind> rememberedWithin(OwnerId owner) {
        return repository.ofOwner(owner.value()).stream()
                .collect(Collectors.toMap(MemoryRow::label, row -> ColumnKind.valueOf(row.kind())));
    }

    /** Remembers for the owner's next files, in one batch. */
    public void rememberWithin(OwnerId owner, Map<String, ColumnKind> said) {
        repository.remember(said.entrySet().stream()
                .map(one -> new MemoryRow(
                        owner.value(), one.getKey(), one.getValue().name()))
                .toList());
    }
}
