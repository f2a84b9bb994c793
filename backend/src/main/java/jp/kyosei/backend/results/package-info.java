/**
 * The results of a plan — the sheet (実績一覧), the summary (概要), the trend (達成度の推移), one indicator — computed from
 * plan, indicators, actuals and rules. Screens, REST and exports show these same objects.
 */
@NullMarked
package jp.kyosei.backend.results;

import org.jspecify.annotations.NullMarked;
