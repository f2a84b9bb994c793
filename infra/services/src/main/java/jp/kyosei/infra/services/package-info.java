/** PostgreSQL and Keycloak for development, tests and {@code infra/run}: one place, one switch. */
@NullMarked
package jp.kyosei.infra.services;

import org.jspecify.annotations.NullMarked;
