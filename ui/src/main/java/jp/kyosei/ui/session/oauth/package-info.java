/**
 * The way in and out by Keycloak: the code flow and what comes back from it, logout from either side, and what a token says.
 * It ends in a login of {@code session}, which knows nothing of this.
 */
@NullMarked
package jp.kyosei.ui.session.oauth;

import org.jspecify.annotations.NullMarked;
