/** The files that an owner's secretariat has brought in: received, read beside the request, listed, cancelled; what was said of columns. */
@NullMarked
package jp.kyosei.backend.importing.inbox;

import org.jspecify.annotations.NullMarked;
