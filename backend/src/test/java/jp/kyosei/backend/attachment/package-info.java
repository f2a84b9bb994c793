@NullMarked
package jp.kyosei.backend.attachment;

import org.jspecify.annotations.NullMarked;
