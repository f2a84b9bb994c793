/** What a file leaves open, as questions under keys that stay the same from look to look, and the answers to them. */
@NullMarked
package jp.kyosei.backend.understanding.question;

import org.jspecify.annotations.NullMarked;
