/**
 * The rules by which an indicator is judged: progress rate, change, grade, consolidation, checks. Pure: values in,
 * values out; no I/O and no framework.
 */
@NullMarked
package jp.kyosei.backend.evaluation;

import org.jspecify.annotations.NullMarked;
