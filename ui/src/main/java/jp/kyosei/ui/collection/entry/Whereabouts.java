package jp.kyosei.ui.collection.entry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is at which row of which entry sheet at this moment. Kept in this process only: somebody who is served by another
 * replica is not seen here; what they save is.
 */
@Singleton
class Whereabouts {
    private final Map<String, Map<Object, Spot>> sheets = new ConcurrentHashMap<>();
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    private record Spot(String who, String no) {}

    /**
     * The one who works at this screen is at a row now.
     *
     * @param sheet plan, year and town
     * @param screen tells two screens of the same person apart
     */
    void at(String sheet, Object screen, String who, String no) {
        sheets.computeIfAbsent(sheet, key -> new ConcurrentHashMap<>()).put(screen, new Spot(who, no));
        tell(sheet);
    }

    void gone(String sheet, Object screen) {
        Map<Object, Spot> present = sheets.get(sheet);
        if (present != null && present.remove(screen) != null) {
            tell(sheet);
        }
    }

    /** Everybody else at the sheet. */
    List<EntryContent.Presence> others(String sheet, Object screen) {
        return sheets.getOrDefault(sheet, Map.of()).entrySet().stream()
                .filter(present -> !present.getKey().equals(screen))
                .map(present -> new EntryContent.Presence(
                        present.getValue().no(), present.getValue().who()))
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
