/**
 * Personnel changes (人事異動): who does what from a day on, department by department. Prepared before the day, looked at
 * beforehand, taken back until then, and in force on it. Roles carry their days themselves; the work of departments moves when
 * the day has come.
 */
@NullMarked
package jp.kyosei.backend.staffing;

import org.jspecify.annotations.NullMarked;
