/** The secretariat's board (進み具合): who has answered, and what the figures of the whole would be. */
@NullMarked
package jp.kyosei.backend.collection.board;

import org.jspecify.annotations.NullMarked;
