/**
 * What the head of a column or a row means: read from its words, which are data, from the cells below it and from the other
 * heads, with how sure that is and why. Below the threshold whoever uses it asks.
 */
@NullMarked
package jp.kyosei.backend.understanding.heading;

import org.jspecify.annotations.NullMarked;
