/**
 * The REST contract under {@code /api/v1}: thin controllers over the same services as the screens, a room per
 * part of the contract. What they share is in {@code web}, which knows none of them.
 */
@NullMarked
package jp.kyosei.backend.api;

import org.jspecify.annotations.NullMarked;
