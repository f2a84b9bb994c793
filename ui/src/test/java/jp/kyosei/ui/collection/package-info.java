/** Tests of 実績照会, and the samples they run on. */
@NullMarked
package jp.kyosei.ui.collection;

import org.jspecify.annotations.NullMarked;
