/** 実績照会: opening a round, entering a town's actuals and narratives, and the secretariat's board. */
@NullMarked
package jp.kyosei.ui.collection;

import org.jspecify.annotations.NullMarked;
