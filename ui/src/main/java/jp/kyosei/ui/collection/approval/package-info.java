/** 承認: the superior's own screen, with what waits for him, and the steps he takes. */
@NullMarked
package jp.kyosei.ui.collection.approval;

import org.jspecify.annotations.NullMarked;
