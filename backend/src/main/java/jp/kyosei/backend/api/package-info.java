/** The REST contract under {@code /api/v1}: thin controllers over the same services as the screens. */
@NullMarked
package jp.kyosei.backend.api;

import org.jspecify.annotations.NullMarked;
