/**
 * Papers given out: the results sheet, the summary, the trend and the list of notes as XLSX, PDF, DOCX and CSV, and the
 * papers of a meeting as one PDF. They are made of the same objects as the screens, for the same reader; a report is first
 * put together as a {@code Paper}, which knows no format, and then written.
 */
@NullMarked
package jp.kyosei.backend.report;

import org.jspecify.annotations.NullMarked;
