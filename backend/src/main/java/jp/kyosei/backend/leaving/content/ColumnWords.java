package jp.kyosei.backend.leaving.content;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * What tables and their columns are in office words. {@code words.properties} names a table by its name, a column by {@code
 * table.column}, and one that is the same everywhere by {@code *.column}.
 */
@Singleton
class ColumnWords {
    private static final String FILE = "words.properties";

    private final Properties words = new Properties();

    ColumnWords() {
        try (InputStream file = ColumnWords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** What a table holds; empty if nobody has said so yet. */
    Optional<String> table(String name) {
        return Optional.ofNullable(words.getProperty(name));
    }

    /** What a column says; empty if nobody has said so yet. */
    Optional<String> column(String table, String column) {
        return Optional.ofNullable(words.getProperty("%s.%s".formatted(table, column)))
                .or(() -> Optional.ofNullable(words.getProperty("*." + column)));
    }
}
