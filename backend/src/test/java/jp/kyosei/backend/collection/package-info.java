/** The yearly collection, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.collection;

import org.jspecify.annotations.NullMarked;
