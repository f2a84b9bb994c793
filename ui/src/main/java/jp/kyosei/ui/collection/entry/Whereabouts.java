package jp.kyosei.ui.collection.entry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import jp.kyosei.backend.tenancy.PersonId;

/**
 * Who is at which row of which entry sheet at this moment. A person is nobody else to themselves, in however many windows, and
 * a window that is closed is nobody. Kept in this process only: somebody who is served by another replica is not seen here;
 * what they save is.
 */
@Singleton
class Whereabouts {
    private final Map<String, Map<Object, Spot>> sheets = new ConcurrentHashMap<>();
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Who is there, as others read the name. */
    record Who(PersonId person, String name) {}

    private record Spot(Who who, String no, BooleanSupplier open) {}

    /**
     * The one who works at this screen is at a row now.
     *
     * @param sheet plan, year and town
     * @param screen tells two screens of the same person apart
     * @param open whether the screen is still open; asked whenever somebody is told of it
     */
    void at(String sheet, Object screen, Who who, String no, BooleanSupplier open) {
        sheets.computeIfAbsent(sheet, key -> new ConcurrentHashMap<>()).put(screen, new Spot(who, no, open));
        tell(sheet);
    }

    void gone(String sheet, Object screen) {
        Map<Object, Spot> present = sheets.get(sheet);
        if (present != null && present.remove(screen) != null) {
            tell(sheet);
        }
    }

    /** Everybody else at the sheet. */
    List<EntryContent.Presence> others(String sheet, PersonId person) {
        return sheets.getOrDefault(sheet, Map.of()).values().stream()
                .filter(spot ->
                        !spot.who().person().equals(person) && spot.open().getAsBoolean())
                .map(spot -> new EntryContent.Presence(spot.no(), spot.who().name()))
                .distinct()
                .toList();
    }

    /** @return to be run when no longer interested */
    Runnable listen(String sheet, Runnable listener) {
        listeners.computeIfAbsent(sheet, key -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> {
            Set<Runnable> interested = listeners.get(sheet);
            if (interested != null) {
                interested.remove(listener);
            }
        };
    }

    private void tell(String sheet) {
        listeners.getOrDefault(sheet, Set.of()).forEach(Runnable::run);
    }
}
