/**
 * Notes and their replies as they are kept: read, written, changed, given to somebody to answer, followed. Owns their
 * tables.
 */
@NullMarked
package jp.kyosei.backend.discussion.thread;

import org.jspecify.annotations.NullMarked;
