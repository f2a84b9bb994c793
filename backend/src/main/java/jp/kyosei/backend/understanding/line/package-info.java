/** The lines of indicators beside each other: under which sections they stand, and what of several tables is one. */
@NullMarked
package jp.kyosei.backend.understanding.line;

import org.jspecify.annotations.NullMarked;
