package jp.kyosei.backend.importing.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many cells of a layout are known to be read wrong without a word. */
final class KnownWrong {
    private static final Path FILE = Path.of("src/test/resources/layouts/known-wrong.tsv");

    private KnownWrong() {}

    static Map<String, Integer> layouts() {
        Map<String, Integer> known = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                String[] parts = line.split("\t", -1);
                known.put(parts[0], Integer.parseInt(parts[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
