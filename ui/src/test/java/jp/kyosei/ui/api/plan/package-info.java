/** The plan itself as another program reads it. */
@NullMarked
package jp.kyosei.ui.api.plan;

import org.jspecify.annotations.NullMarked;
