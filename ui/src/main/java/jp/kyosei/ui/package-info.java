/** Screens of Kyosei: Vaadin Flow views, one package per feature. They hold no rule, no SQL and no permission logic. */
@NullMarked
package jp.kyosei.ui;

import org.jspecify.annotations.NullMarked;
