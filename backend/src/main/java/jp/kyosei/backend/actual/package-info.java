/**
 * Actuals (実績値) by indicator, fiscal year and reporting municipality, the narratives (評価文) beside them, what was
 * published, and what a person decided over the computed result.
 */
@NullMarked
package jp.kyosei.backend.actual;

import org.jspecify.annotations.NullMarked;
