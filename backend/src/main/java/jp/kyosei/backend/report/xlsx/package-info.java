/** Writes a report as a workbook: the paper, and the tables for programs beside it. */
@NullMarked
package jp.kyosei.backend.report.xlsx;

import org.jspecify.annotations.NullMarked;
