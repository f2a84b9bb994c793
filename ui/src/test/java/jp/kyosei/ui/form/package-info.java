/** Tests of the fields' own rules. */
@NullMarked
package jp.kyosei.ui.form;

import org.jspecify.annotations.NullMarked;
