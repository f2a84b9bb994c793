/**
 * Which addresses of the one port belong to controllers. The screens take every other address, so a path that is
 * missing from {@code kyosei.served-paths} answers with a page instead of data.
 */
@NullMarked
package jp.kyosei.backend.serving;

import org.jspecify.annotations.NullMarked;
