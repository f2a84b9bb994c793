/** The server as a stranger meets it. */
@NullMarked
package jp.kyosei.ui.server;

import org.jspecify.annotations.NullMarked;
