@NullMarked
package jp.kyosei.backend.discussion;

import org.jspecify.annotations.NullMarked;
