/** The whole product, as its tests use it. */
@NullMarked
package jp.kyosei.ui;

import org.jspecify.annotations.NullMarked;
