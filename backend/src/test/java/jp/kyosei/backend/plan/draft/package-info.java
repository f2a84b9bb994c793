@NullMarked
package jp.kyosei.backend.plan.draft;

import org.jspecify.annotations.NullMarked;
