/**
 * The yearly collection (実績照会): rounds and their tasks, the entry of figures and narratives by the towns, and the
 * secretariat's board.
 */
@NullMarked
package jp.kyosei.backend.collection;

import org.jspecify.annotations.NullMarked;
