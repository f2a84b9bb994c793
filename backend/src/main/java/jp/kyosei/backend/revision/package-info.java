/** From one version of a plan to the next, and what may change of an adopted one: spelling, and the department that is asked. */
@NullMarked
package jp.kyosei.backend.revision;

import org.jspecify.annotations.NullMarked;
