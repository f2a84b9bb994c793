/** Writes papers as PDF, in a font that is part of the product. */
@NullMarked
package jp.kyosei.backend.report.pdf;

import org.jspecify.annotations.NullMarked;
