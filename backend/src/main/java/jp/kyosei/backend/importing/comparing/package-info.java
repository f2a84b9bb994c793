/** What a file that was read would change of what is stored now, cell by cell. */
@NullMarked
package jp.kyosei.backend.importing.comparing;

import org.jspecify.annotations.NullMarked;
