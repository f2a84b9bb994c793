/** Who sees and writes which rows, asked of PostgreSQL itself. */
@NullMarked
package jp.kyosei.backend.tenancy;

import org.jspecify.annotations.NullMarked;
