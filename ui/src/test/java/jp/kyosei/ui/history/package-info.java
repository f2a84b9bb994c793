@NullMarked
package jp.kyosei.ui.history;

import org.jspecify.annotations.NullMarked;
