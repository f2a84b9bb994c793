/**
 * Files brought in. The rooms, each knowing only those before it: {@code inbox} and {@code document}, then {@code reading},
 * {@code comparing}, {@code applying}, {@code undoing}.
 */
@NullMarked
package jp.kyosei.backend.importing;

import org.jspecify.annotations.NullMarked;
