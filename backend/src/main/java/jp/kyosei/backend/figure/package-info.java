/** Fiscal years and figures as municipal papers write them: value types, and one parser for each. Pure. */
@NullMarked
package jp.kyosei.backend.figure;

import org.jspecify.annotations.NullMarked;
