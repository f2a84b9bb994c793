/**
 * Understands the tables in which offices keep their indicators: where the header is, what each column holds, which rows
 * are indicators, sections, remarks or continuations. Works on plain cells and knows no stored plan. Nothing is guessed
 * silently: whoever uses it shows the columns as understood, and takes corrections.
 */
@NullMarked
package jp.kyosei.backend.understanding;

import org.jspecify.annotations.NullMarked;
