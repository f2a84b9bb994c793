package jp.kyosei.backend.owners.keeping;

import jp.kyosei.backend.owners.OwnerState;
import org.jspecify.annotations.Nullable;

/**
 * Which owners the operator looks for.
 *
 * @param words a part of the name, of the name in addresses, of the code or of the prefecture; empty for all
 * @param state none for all
 */
public record OwnerSearch(String words, @Nullable OwnerState state) {
    public static final OwnerSearch ALL = new OwnerSearch("", null);
}
