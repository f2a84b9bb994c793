/** The plan in the office's own hands: a draft as a tree that is changed thing by thing, with a form for each. */
@NullMarked
package jp.kyosei.ui.drafting;

import org.jspecify.annotations.NullMarked;
