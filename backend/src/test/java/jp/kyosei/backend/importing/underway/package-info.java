/** Tests of imports that take long: how far they are, stopped, left behind. */
@NullMarked
package jp.kyosei.backend.importing.underway;

import org.jspecify.annotations.NullMarked;
