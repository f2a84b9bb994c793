/** 変更の履歴: who changed what, when, from what to what, and why. */
@NullMarked
package jp.kyosei.ui.history;

import org.jspecify.annotations.NullMarked;
