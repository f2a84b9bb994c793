/** What the product asks of Keycloak's administration, with an account of its own that may keep users and organizations. */
@NullMarked
package jp.kyosei.backend.accounts.keycloak;

import org.jspecify.annotations.NullMarked;
