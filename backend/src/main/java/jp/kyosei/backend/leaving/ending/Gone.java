package jp.kyosei.backend.leaving.ending;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * What is left to say of an owner that was deleted.
 *
 * @param rows how many rows went, by table
 */
@Serdeable
record Gone(String slug, String name, Map<String, Long> rows) {
    Gone {
        rows = Map.copyOf(rows);
    }
}
