package jp.kyosei.backend.plan;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** The names of a plan's levels as they travel to the database and back: a JSON array, whatever is in a name. */
@Singleton
final class LevelNames {
    private final Json json;

    LevelNames(Json json) {
        this.json = json;
    }

    /** @throws jp.kyosei.backend.tenancy.WrongTextException if a name is too long, or holds what is no text */
    String text(List<String> names) {
        List<String> checked = names.stream()
                .map(name -> TypedText.checked(TextKind.PLAN_WORDS, "levelNames", "体系の階層名", name))
                .toList();
        return json.text(checked);
    }

    List<String> names(String stored) {
        return json.list(stored, String.class);
    }
}
