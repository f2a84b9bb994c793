/** 新旧対照表: two versions of a plan side by side. */
@NullMarked
package jp.kyosei.ui.plan.comparison;

import org.jspecify.annotations.NullMarked;
