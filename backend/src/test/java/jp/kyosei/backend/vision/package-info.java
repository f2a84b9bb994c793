@NullMarked
package jp.kyosei.backend.vision;

import org.jspecify.annotations.NullMarked;
