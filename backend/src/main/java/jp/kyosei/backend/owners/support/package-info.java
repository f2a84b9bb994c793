/** Help (支援アクセス): an owner's admin lets the operators read for some days, sees it and ends it. */
@NullMarked
package jp.kyosei.backend.owners.support;

import org.jspecify.annotations.NullMarked;
