/** The rules (評価の決まり) of an owner, dated: which formula, which grades, which rounding hold from which fiscal year. */
@NullMarked
package jp.kyosei.backend.ruleset;

import org.jspecify.annotations.NullMarked;
