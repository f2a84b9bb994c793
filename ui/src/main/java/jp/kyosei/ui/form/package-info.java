/** Small parts of forms that every feature uses: plain fields, and the box that asks before something is done. */
@NullMarked
package jp.kyosei.ui.form;

import org.jspecify.annotations.NullMarked;
