@NullMarked
package jp.kyosei.backend.discussion.markup;

import org.jspecify.annotations.NullMarked;
