/** What an owner gives to everybody, and all that must never be among it. */
@NullMarked
package jp.kyosei.backend.publishing;

import org.jspecify.annotations.NullMarked;
