/**
 * What a change of staff would be: who holds what on a day, what a plan changes in that, and what is left without anybody. Pure:
 * nothing here asks a database.
 */
@NullMarked
package jp.kyosei.backend.staffing.plan;

import org.jspecify.annotations.NullMarked;
