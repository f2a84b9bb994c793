@NullMarked
package jp.kyosei.backend.understanding.heading;

import org.jspecify.annotations.NullMarked;
