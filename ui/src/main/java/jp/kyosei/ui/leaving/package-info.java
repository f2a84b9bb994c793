/** データの書出しと利用終了: an owner's archive, and its end. */
@NullMarked
package jp.kyosei.ui.leaving;

import org.jspecify.annotations.NullMarked;
