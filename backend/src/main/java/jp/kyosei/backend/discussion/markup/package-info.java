/** The texts of notes, replies and minutes: which Markdown they may hold, and the HTML that is made of it. */
@NullMarked
package jp.kyosei.backend.discussion.markup;

import org.jspecify.annotations.NullMarked;
