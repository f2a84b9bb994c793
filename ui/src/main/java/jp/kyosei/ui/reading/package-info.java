/**
 * The committee member's way (読んで意見を書く): one page per indicator made for reading, with large type, plain words, the
 * notes and a box to write, in a frame without anything that is not for reading.
 */
@NullMarked
package jp.kyosei.ui.reading;

import org.jspecify.annotations.NullMarked;
