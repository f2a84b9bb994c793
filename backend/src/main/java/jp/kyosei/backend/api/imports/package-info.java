/** Files and whole plans brought in, in REST: preview, apply, undo. */
@NullMarked
package jp.kyosei.backend.api.imports;

import org.jspecify.annotations.NullMarked;
