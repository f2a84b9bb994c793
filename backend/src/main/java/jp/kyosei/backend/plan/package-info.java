/** Plans, their versions (策定・一部改訂), the tree of sections in the plan's own levels, and initiatives. */
@NullMarked
package jp.kyosei.backend.plan;

import org.jspecify.annotations.NullMarked;
