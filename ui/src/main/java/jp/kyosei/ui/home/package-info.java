/** The first page: my owners and plans, how they stand, and what waits for me. */
@NullMarked
package jp.kyosei.ui.home;

import org.jspecify.annotations.NullMarked;
