/** Years as published in REST, and what everybody reads below {@code /open}. */
@NullMarked
package jp.kyosei.backend.api.publications;

import org.jspecify.annotations.NullMarked;
