/** What the charts draw. */
@NullMarked
package jp.kyosei.ui.chart;

import org.jspecify.annotations.NullMarked;
