/**
 * Who is sitting in front of the screen. The login at Keycloak (authorization code with PKCE, run by Micronaut Security)
 * ends in the server's HTTP session; no token is ever sent to the browser. {@link jp.kyosei.ui.session.LoginFilter} stands
 * in front of every screen, renews the login silently, and answers an expired one so that typed text survives; {@link
 * jp.kyosei.ui.session.LoginDoor} does the same for what passes no filter. No session is made but by a login. The REST
 * API knows nothing of this: it takes bearer tokens only. What a person may do is read from the database elsewhere; this
 * package only says who it is.
 */
@NullMarked
package jp.kyosei.ui.session;

import org.jspecify.annotations.NullMarked;
