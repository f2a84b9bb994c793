/** The change history (変更の履歴) of owners, plans and cells, for those who may read it. */
@NullMarked
package jp.kyosei.backend.history;

import org.jspecify.annotations.NullMarked;
