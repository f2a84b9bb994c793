/** Reads CSV and pasted cells: what encoding a text has, what it is if it is no table, and where its cells end. */
@NullMarked
package jp.kyosei.backend.sheet.text;

import org.jspecify.annotations.NullMarked;
