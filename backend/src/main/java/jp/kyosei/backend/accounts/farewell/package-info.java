/** Takes accounts away from Keycloak that an ended owner has left behind. */
@NullMarked
package jp.kyosei.backend.accounts.farewell;

import org.jspecify.annotations.NullMarked;
