/** Figures typed, pasted, sent as a workbook and led through a round, as towns do it. */
@NullMarked
package jp.kyosei.ui.browser.entry;

import org.jspecify.annotations.NullMarked;
