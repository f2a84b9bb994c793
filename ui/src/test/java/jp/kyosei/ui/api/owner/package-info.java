/** REST of owners: who they are, their people, and how they leave. */
@NullMarked
package jp.kyosei.ui.api.owner;

import org.jspecify.annotations.NullMarked;
