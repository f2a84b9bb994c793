/** The REST contract, called over HTTP as other programs do, with tokens of a real Keycloak. */
@NullMarked
package jp.kyosei.ui.api;

import org.jspecify.annotations.NullMarked;
