/** Tasks of the yearly collection, on real PostgreSQL. */
@NullMarked
package jp.kyosei.backend.collection.task;

import org.jspecify.annotations.NullMarked;
