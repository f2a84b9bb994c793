/** 実績の入力: the table into which a town types its figures of a year, and what stands beside it. */
@NullMarked
package jp.kyosei.ui.collection.entry;

import org.jspecify.annotations.NullMarked;
