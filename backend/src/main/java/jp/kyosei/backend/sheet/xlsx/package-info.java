/**
 * Reads an {@code .xlsx} as a stream: its sheets, cells, merged areas, texts, and numbers as their formats show
 * them.
 */
@NullMarked
package jp.kyosei.backend.sheet.xlsx;

import org.jspecify.annotations.NullMarked;
