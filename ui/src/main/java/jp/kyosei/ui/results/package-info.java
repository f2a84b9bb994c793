/**
 * The results sheet on the screen: the element that draws it, and the records that it is given. Everything in them is
 * ready to be read, down to the text of a percentage; nothing is computed here.
 */
@NullMarked
package jp.kyosei.ui.results;

import org.jspecify.annotations.NullMarked;
