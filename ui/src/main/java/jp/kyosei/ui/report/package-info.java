/** Reports to be saved from the screens that show the same: as PDF, Excel, Word and CSV. */
@NullMarked
package jp.kyosei.ui.report;

import org.jspecify.annotations.NullMarked;
