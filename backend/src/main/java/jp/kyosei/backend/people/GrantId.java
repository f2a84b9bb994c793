package jp.kyosei.backend.people;

import java.util.UUID;

/** Identifies a role that was given to a person, within its owner. */
public record GrantId(UUID value) {
    public static GrantId next() {
        return new GrantId(UUID.randomUUID());
    }
}
