/** A town's part of a collection as a workbook: taken away, sent back, looked at and stored. */
@NullMarked
package jp.kyosei.ui.collection.workbook;

import org.jspecify.annotations.NullMarked;
