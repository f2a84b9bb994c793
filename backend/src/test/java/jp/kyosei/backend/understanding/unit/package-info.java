@NullMarked
package jp.kyosei.backend.understanding.unit;

import org.jspecify.annotations.NullMarked;
