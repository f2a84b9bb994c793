/** Checks of the login's rules that need no Keycloak. */
@NullMarked
package jp.kyosei.ui.session;

import org.jspecify.annotations.NullMarked;
