@NullMarked
package jp.kyosei.backend.audit;

import org.jspecify.annotations.NullMarked;
