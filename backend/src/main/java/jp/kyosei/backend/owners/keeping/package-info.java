/** The operator's side of owners: all of them with state and size, opening new ones. Of their plans it shows numbers only. */
@NullMarked
package jp.kyosei.backend.owners.keeping;

import org.jspecify.annotations.NullMarked;
