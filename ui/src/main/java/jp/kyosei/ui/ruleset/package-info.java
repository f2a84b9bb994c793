/** 評価の決まり: the rules of an owner in words. */
@NullMarked
package jp.kyosei.ui.ruleset;

import org.jspecify.annotations.NullMarked;
