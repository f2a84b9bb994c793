package jp.kyosei.backend.accounts.ownlogin;

/**
 * A town's own login.
 *
 * @param provider what Keycloak calls it
 * @param domain of its people's mail addresses, such as {@code city.kitakami.example}
 * @param admits whether people of that domain come in at their first login
 */
public record OwnLogin(String provider, String domain, boolean admits) {}
