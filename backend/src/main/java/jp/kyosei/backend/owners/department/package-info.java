/** Departments (担当課) of owners: added, renamed, merged and closed from a fiscal year on, with what they were called before. */
@NullMarked
package jp.kyosei.backend.owners.department;

import org.jspecify.annotations.NullMarked;
