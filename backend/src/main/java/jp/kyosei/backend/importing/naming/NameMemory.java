package jp.kyosei.backend.importing.naming;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.TextKind;

/**
 * What an owner's people have answered to names that have drifted between two papers. It belongs to the import in which it was
 * said, and goes with it when that is stopped or turned back. Always inside an open tenant door.
 */
@Singleton
public class NameMemory {
    private final NameRepository repository;
    private final Clock clock;

    NameMemory(NameRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param key as {@link RememberedNames#key} has it
     * @param name as it stands in the file
     * @param same whether it is that indicator
     */
    public record Said(IndicatorId indicator, String key, String name, String indicatorName, boolean same) {}

    /** What was said in other imports of the owner; of the same name what was said last. */
    public RememberedNames rememberedWithin(OwnerId owner, UUID reading) {
        Map<String, RememberedName> byKey = new LinkedHashMap<>();
        for (RecalledNameRow row : repository.ofOwner(owner.value())) {
            if (!row.importId().equals(reading)) {
                byKey.put(
                        row.key(),
                        new RememberedName(
                                new IndicatorId(row.indicatorId()),
                                row.key(),
                                row.name(),
                                row.indicator(),
                                row.same(),
                                row.fileName(),
                                row.createdByName(),
                                row.saidAt()));
            }
        }
        return new RememberedNames(byKey);
    }

    /** Remembers for the owner's next files, in one batch. */
    public void rememberWithin(OwnerId owner, UUID in, Collection<Said> answers) {
        List<NameRow> rows = answers.stream()
                .map(said -> new NameRow(
                        owner.value(),
                        in,
                        said.indicator().value(),
                        said.key(),
                        shortened(said.name()),
                        shortened(said.indicatorName()),
                        said.same(),
                        clock.instant()))
                .toList();
        if (!rows.isEmpty()) {
            repository.remember(rows);
        }
    }

    private static String shortened(String name) {
        int most = TextKind.NAME.most();
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most));
    }

    /** Forgets what was said in an import. */
    public void forgetImportWithin(OwnerId owner, UUID in) {
        repository.forgetImport(owner.value(), in);
    }

    /**
     * Forgets what was said of a name, whenever it was said.
     *
     * @return the name; none where there was nothing to forget
     */
    public Optional<String> forgetWithin(OwnerId owner, String key) {
        return repository.forget(owner.value(), key).stream().findFirst();
    }
}
