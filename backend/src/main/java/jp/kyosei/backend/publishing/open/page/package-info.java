/** The public pages: HTML without scripts, made of published documents alone. */
@NullMarked
package jp.kyosei.backend.publishing.open.page;

import org.jspecify.annotations.NullMarked;
