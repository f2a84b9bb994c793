/** 人事異動: who does what from a day on, prepared by the owner's admin. */
@NullMarked
package jp.kyosei.ui.staffing;

import org.jspecify.annotations.NullMarked;
