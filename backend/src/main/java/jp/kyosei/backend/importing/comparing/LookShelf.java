package jp.kyosei.backend.importing.comparing;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;

/**
 * Keeps what the files looked at last say, so that a further look does not begin anew: the next page of a sheet, an answer, the
 * word to apply. Only what a file says lies here, never what is stored: that is read for every look.
 */
@Singleton
final class LookShelf {
    private static final int MOST = 4;

    /** Together; a cell takes some hundred bytes with what it became. */
    private static final int MOST_CELLS = 400_000;

    private final SequencedMap<ImportId, Kept> looks = new LinkedHashMap<>();

    private record Kept(long version, UnderstoodFile file, int cells) {}

    /** What the file says, understood anew if it was from anything else. */
    UnderstoodFile file(DataImport order, UnderstoodFile.From from, Supplier<UnderstoodFile> understanding) {
        synchronized (looks) {
            Kept known = looks.get(order.id());
            if (known != null && known.file().from().equals(from)) {
                looks.putLast(order.id(), new Kept(order.version(), known.file(), known.cells()));
                return known.file();
            }
        }
        UnderstoodFile understood = understanding.get();
        put(order, understood);
        return understood;
    }

    private void put(DataImport order, UnderstoodFile understood) {
        synchronized (looks) {
            looks.putLast(order.id(), new Kept(order.version(), understood, understood.cells()));
            while (looks.size() > 1
                    && (looks.size() > MOST
                            || looks.values().stream().mapToInt(Kept::cells).sum() > MOST_CELLS)) {
                looks.pollFirstEntry();
            }
        }
    }

    /** What was looked at last in this version of the import. */
    Optional<UnderstoodFile> last(DataImport order) {
        synchronized (looks) {
            return Optional.ofNullable(looks.get(order.id()))
                    .filter(kept -> kept.version() == order.version())
                    .map(Kept::file);
        }
    }

    void remove(ImportId id) {
        synchronized (looks) {
            looks.remove(id);
        }
    }
}
