/** Plans that are written, changed and adopted, by REST. */
@NullMarked
package jp.kyosei.ui.api.plan;

import org.jspecify.annotations.NullMarked;
