@NullMarked
package jp.kyosei.backend.meeting;

import org.jspecify.annotations.NullMarked;
