@NullMarked
package jp.kyosei.backend.revision.drafting;

import org.jspecify.annotations.NullMarked;
