package jp.kyosei.backend.revision.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of things in two versions; pure. */
final class Sequence {
    private Sequence() {}

    /** All of both, in the order of the newer; what is in the older alone follows what it followed there. */
    static <K> List<K> merged(List<K> before, List<K> after) {
        Set<K> kept = new LinkedHashSet<>(after);
        Map<K, List<K>> removedAfter = new HashMap<>();
        List<K> removedFirst = new ArrayList<>();
        List<K> removedHere = removedFirst;
        for (K key : before) {
            if (kept.contains(key)) {
                removedHere = removedAfter.computeIfAbsent(key, any -> new ArrayList<>());
            } else {
                removedHere.add(key);
            }
        }
        List<K> merged = new ArrayList<>(removedFirst);
        for (K key : kept) {
            merged.add(key);
            merged.addAll(removedAfter.getOrDefault(key, List.of()));
        }
        return merged;
    }

    /** Those of both that have to be carried elsewhere to lead from the one order to the other: as few as possible. */
    static <K> Set<K> carried(List<K> before, List<K> after) {
        Set<K> common = new HashSet<>(before);
        common.retainAll(Set.copyOf(after));
        Map<K, Integer> places = new HashMap<>();
        for (K key : before) {
            if (common.contains(key)) {
                places.put(key, places.size());
            }
        }
        List<K> there = after.stream().filter(common::contains).toList();
        Set<K> carried = new HashSet<>(there);
        longestRising(there, places).forEach(carried::remove);
        return carried;
    }

    /** Patience sorting: the longest of those that stand in the same order in both. */
    private static <K> List<K> longestRising(List<K> keys, Map<K, Integer> places) {
        List<K> tops = new ArrayList<>();
        List<Integer> placesOfTops = new ArrayList<>();
        Map<K, K> below = new HashMap<>();
        for (K key : keys) {
            int place = places.getOrDefault(key, 0);
            int found = Collections.binarySearch(placesOfTops, place);
            int pile = found >= 0 ? found : -found - 1;
            if (pile > 0) {
                below.put(key, tops.get(pile - 1));
            }
            if (pile == tops.size()) {
                tops.add(key);
                placesOfTops.add(place);
            } else {
                tops.set(pile, key);
                placesOfTops.set(pile, place);
            }
        }
        List<K> rising = new ArrayList<>();
        for (K key = tops.isEmpty() ? null : tops.getLast(); key != null; key = below.get(key)) {
            rising.add(key);
        }
        return rising;
    }
}
