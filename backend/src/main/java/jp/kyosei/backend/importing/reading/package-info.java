/** From a file's sheets to a whole plan, each part with the cell in which it stands; knows nothing of what is stored. */
@NullMarked
package jp.kyosei.backend.importing.reading;

import org.jspecify.annotations.NullMarked;
