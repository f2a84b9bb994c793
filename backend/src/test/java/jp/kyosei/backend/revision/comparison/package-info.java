@NullMarked
package jp.kyosei.backend.revision.comparison;

import org.jspecify.annotations.NullMarked;
