/**
 * The form of the results workbook: which sheets it has for programs and which columns these have. {@code report} writes by it
 * and {@code importing} reads by it.
 */
@NullMarked
package jp.kyosei.backend.resultsbook;

import org.jspecify.annotations.NullMarked;
