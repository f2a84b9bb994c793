/** Notes (意見・質問) on the screens: the box to write in, the text as it was written, the thread and the overview. */
@NullMarked
package jp.kyosei.ui.discussion;

import org.jspecify.annotations.NullMarked;
