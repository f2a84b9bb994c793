/**
 * PDF files (ISO 32000) as far as one has to know what a reader would do with them unasked. Nothing is drawn and nothing is
 * followed; whoever asks says in its own words why a file is refused.
 */
@NullMarked
package jp.kyosei.backend.pdffile;

import org.jspecify.annotations.NullMarked;
