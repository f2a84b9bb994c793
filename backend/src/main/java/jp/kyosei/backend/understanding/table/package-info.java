/** Finds the tables of indicators in a sheet, whatever their shape, and reads their rows. */
@NullMarked
package jp.kyosei.backend.understanding.table;

import org.jspecify.annotations.NullMarked;
