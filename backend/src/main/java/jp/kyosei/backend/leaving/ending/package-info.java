/** An owner's end: announced, taken back within the term of grace, or carried out. */
@NullMarked
package jp.kyosei.backend.leaving.ending;

import org.jspecify.annotations.NullMarked;
