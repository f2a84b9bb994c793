@NullMarked
package jp.kyosei.backend.understanding.year;

import org.jspecify.annotations.NullMarked;
