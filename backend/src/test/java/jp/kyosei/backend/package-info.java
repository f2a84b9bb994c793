/** Tests of the backend as a whole, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend;

import org.jspecify.annotations.NullMarked;
