/** The results sheet and what goes out of it, and what comes in as files. */
@NullMarked
package jp.kyosei.ui.browser.paper;

import org.jspecify.annotations.NullMarked;
