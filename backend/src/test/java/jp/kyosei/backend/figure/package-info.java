/** Fiscal years and figures as people type them. */
@NullMarked
package jp.kyosei.backend.figure;

import org.jspecify.annotations.NullMarked;
