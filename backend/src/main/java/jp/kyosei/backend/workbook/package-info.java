/**
 * A town's part of a collection as a workbook, for offices that work without the network: given out with what is stored,
 * taken in again cell by cell through the same entry as the screen. Stores nothing of its own; what an upload needs to
 * know travels in a hidden sheet.
 */
@NullMarked
package jp.kyosei.backend.workbook;

import org.jspecify.annotations.NullMarked;
