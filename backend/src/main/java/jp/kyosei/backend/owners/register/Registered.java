package jp.kyosei.backend.owners.register;

import org.jspecify.annotations.Nullable;

/**
 * A municipality of the register, as the operator looks for it.
 *
 * @param owner its owner's name in addresses; none where it does not use Kyosei yet
 */
public record Registered(
        Municipality municipality, @Nullable String owner) {}
