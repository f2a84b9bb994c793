package jp.kyosei.backend.plan;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** The names of a plan's levels as they travel to the database and back: a JSON array, whatever is in a name. */
@Singleton
final class LevelNames {
    private static final Argument<List<String>> NAMES = Argument.listOf(String.class);

    private final ObjectMapper json;

    LevelNames(ObjectMapper json) {
        this.json = json;
    }

    /** @throws jp.kyosei.backend.tenancy.WrongTextException if a name is too long, or holds what is no text */
    String text(List<String> names) {
        List<String> checked = names.stream()
                .map(name -> TypedText.checked(TextKind.PLAN_WORDS, "levelNames", "体系の階層名", name))
                .toList();
        try {
            return json.writeValueAsString(NAMES, checked);
        } catch (IOException e) {
            throw new UncheckedIOException("names could not be written", e);
        }
    }

    List<String> names(String stored) {
        try {
            return List.copyOf(Objects.requireNonNull(json.readValue(stored, NAMES)));
        } catch (IOException e) {
            throw new UncheckedIOException("what the database has made is JSON", e);
        }
    }
}
