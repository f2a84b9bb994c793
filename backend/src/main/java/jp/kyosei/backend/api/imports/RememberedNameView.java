package jp.kyosei.backend.api.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import jp.kyosei.backend.importing.naming.RememberedName;

/** A name that was taken as it was answered in an earlier import; forgotten by its key. */
@Serdeable
record RememberedNameView(
        String key, String name, String indicator, boolean same, String fileName, String by, Instant at) {
    static RememberedNameView of(RememberedName recalled) {
        return new RememberedNameView(
                recalled.key(),
                recalled.name(),
                recalled.indicatorName(),
                recalled.same(),
                recalled.fileName(),
                recalled.by(),
                recalled.at());
    }
}
