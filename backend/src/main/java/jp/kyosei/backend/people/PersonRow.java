package jp.kyosei.backend.people;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("person")
record PersonRow(@Id UUID id, String username, String displayName) {
    /** As the trail names a person: {@code 一関 花子 (ichinoseki)}. */
    String called() {
        return "%s (%s)".formatted(displayName, username);
    }
}
