/** TODO say what this room is for. */
@NullMarked
package jp.kyosei.backend.xlsx;

import org.jspecify.annotations.NullMarked;
