/**
 * The results of a plan as papers print them, in a form that can be kept: the one composer for what is given out at this
 * moment and for what is issued at a meeting.
 */
@NullMarked
package jp.kyosei.backend.results.printed;

import org.jspecify.annotations.NullMarked;
