/** Writes a paper for Word. */
@NullMarked
package jp.kyosei.backend.report.docx;

import org.jspecify.annotations.NullMarked;
