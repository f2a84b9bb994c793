/** Tasks of the yearly collection, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.collection.step;

import org.jspecify.annotations.NullMarked;
