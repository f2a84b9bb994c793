package jp.kyosei.backend.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done in Keycloak, taken by one worker.
 *
 * @param invitation none where it is about somebody who uses the service
 * @param subject the account, where it is known
 * @param made whether that account was made by an invitation
 * @param attempts how often it has been taken, this time included
 */
record Errand(
        UUID ownerId,
        UUID id,
        ErrandKind kind,
        @Nullable UUID invitation,
        @Nullable String subject,
        boolean made,
        int attempts) {}
