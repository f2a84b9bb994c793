/** Versions of plans and what changes between them, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.revision;

import org.jspecify.annotations.NullMarked;
