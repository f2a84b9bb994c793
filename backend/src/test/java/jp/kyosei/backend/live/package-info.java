/** Tests of how replicas hear of changes, on a real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.live;

import org.jspecify.annotations.NullMarked;
