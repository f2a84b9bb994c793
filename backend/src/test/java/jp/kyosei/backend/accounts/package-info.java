/** Invitations on a real Keycloak, with real mail. */
@NullMarked
package jp.kyosei.backend.accounts;

import org.jspecify.annotations.NullMarked;
