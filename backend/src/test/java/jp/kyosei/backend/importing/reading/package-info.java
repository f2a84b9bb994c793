/** How single cells of files are read. */
@NullMarked
package jp.kyosei.backend.importing.reading;

import org.jspecify.annotations.NullMarked;
