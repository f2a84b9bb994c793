/** Results and papers as files, in REST. */
@NullMarked
package jp.kyosei.backend.api.reports;

import org.jspecify.annotations.NullMarked;
