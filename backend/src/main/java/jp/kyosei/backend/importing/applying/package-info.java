/** Shows what a file would change, and writes it in one transaction, remembering what stood there before. */
@NullMarked
package jp.kyosei.backend.importing.applying;

import org.jspecify.annotations.NullMarked;
