/** Imports being read or applied: how far, whether whoever does it is alive, and the word to end. Knows no import. */
@NullMarked
package jp.kyosei.backend.importing.underway;

import org.jspecify.annotations.NullMarked;
