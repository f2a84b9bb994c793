package jp.kyosei.backend.tenancy;

import java.util.UUID;

/** Identifies a person in the product's database; the login itself belongs to Keycloak. */
public record PersonId(UUID value) {
    public static PersonId next() {
        return new PersonId(UUID.randomUUID());
    }
}
