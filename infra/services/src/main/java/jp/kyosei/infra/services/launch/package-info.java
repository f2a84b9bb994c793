/** {@code infra/run}: starts PostgreSQL, Keycloak and the application, keeps them running, stops them together. */
@NullMarked
package jp.kyosei.infra.services.launch;

import org.jspecify.annotations.NullMarked;
