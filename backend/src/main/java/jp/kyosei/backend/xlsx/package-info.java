/**
 * How our own workbooks are written, whatever they say: looks and styles of cells, texts that are never formulas, numbers kept
 * exactly, sizes, page and protection.
 */
@NullMarked
package jp.kyosei.backend.xlsx;

import org.jspecify.annotations.NullMarked;
