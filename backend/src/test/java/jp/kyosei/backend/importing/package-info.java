/** Applying plan documents, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.importing;

import org.jspecify.annotations.NullMarked;
