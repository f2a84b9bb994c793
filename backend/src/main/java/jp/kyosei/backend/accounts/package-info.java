/**
 * Accounts: who is invited into an owner, who uses the service for it, and who may not any more. What concerns Keycloak is
 * written down with the deed and done by a worker, so that Keycloak may be away.
 */
@NullMarked
package jp.kyosei.backend.accounts;

import org.jspecify.annotations.NullMarked;
