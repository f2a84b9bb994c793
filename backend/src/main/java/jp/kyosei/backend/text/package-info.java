/**
 * What a text may be: how long each kind is at the most, and which characters it may hold. Pure; everybody may use it, and
 * every text that people, programs or files give passes here before it is stored.
 */
@NullMarked
package jp.kyosei.backend.text;

import org.jspecify.annotations.NullMarked;
