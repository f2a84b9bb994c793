/** A town's own login (庁内ログイン): which provider and domain it is, and who comes in by it at the first login. */
@NullMarked
package jp.kyosei.backend.accounts.ownlogin;

import org.jspecify.annotations.NullMarked;
