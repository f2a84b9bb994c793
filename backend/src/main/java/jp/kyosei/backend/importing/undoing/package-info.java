/** Turns an applied file back as a whole. */
@NullMarked
package jp.kyosei.backend.importing.undoing;

import org.jspecify.annotations.NullMarked;
