/** Fingerprints of bytes and texts; pure. */
@NullMarked
package jp.kyosei.backend.digest;

import org.jspecify.annotations.NullMarked;
