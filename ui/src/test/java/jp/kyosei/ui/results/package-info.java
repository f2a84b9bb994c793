/** A results sheet with made-up surroundings, for looking at and for tests. */
@NullMarked
package jp.kyosei.ui.results;

import org.jspecify.annotations.NullMarked;
