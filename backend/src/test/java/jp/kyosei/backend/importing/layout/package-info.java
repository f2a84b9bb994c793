/**
 * Tables as offices keep them, described in text, and how much of each is read right, asked about, or wrong without a word. The
 * tables stand in the resources under {@code layouts}.
 */
@NullMarked
package jp.kyosei.backend.importing.layout;

import org.jspecify.annotations.NullMarked;
