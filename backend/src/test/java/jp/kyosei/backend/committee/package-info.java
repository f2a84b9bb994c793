/** The committee and its 名簿. */
@NullMarked
package jp.kyosei.backend.committee;

import org.jspecify.annotations.NullMarked;
