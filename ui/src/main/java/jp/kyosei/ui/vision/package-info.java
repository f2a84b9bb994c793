/** 将来像: phrases under themes, from which the secretariat writes the next plan. */
@NullMarked
package jp.kyosei.ui.vision;

import org.jspecify.annotations.NullMarked;
