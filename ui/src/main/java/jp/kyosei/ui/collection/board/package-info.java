/** 進み具合: the board of a collection, and what the secretariat does on it. */
@NullMarked
package jp.kyosei.ui.collection.board;

import org.jspecify.annotations.NullMarked;
