/** Roles given and taken, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.identity;

import org.jspecify.annotations.NullMarked;
