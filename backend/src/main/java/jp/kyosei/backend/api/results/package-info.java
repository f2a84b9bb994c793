/** Results sheet, summary and trend in REST. */
@NullMarked
package jp.kyosei.backend.api.results;

import org.jspecify.annotations.NullMarked;
