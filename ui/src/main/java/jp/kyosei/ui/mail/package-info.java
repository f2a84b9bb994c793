/** メールの受け取り: which kinds of mail the person at the screen gets. */
@NullMarked
package jp.kyosei.ui.mail;

import org.jspecify.annotations.NullMarked;
