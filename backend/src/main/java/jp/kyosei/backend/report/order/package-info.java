/** Reports that take long: ordered, made beside the request, fetched when they are ready. Knows no report. */
@NullMarked
package jp.kyosei.backend.report.order;

import org.jspecify.annotations.NullMarked;
