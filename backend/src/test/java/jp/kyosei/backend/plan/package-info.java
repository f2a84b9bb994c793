/** Versions of plans, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.plan;

import org.jspecify.annotations.NullMarked;
