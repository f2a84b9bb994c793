/** Requests that nobody honest sends: those of other tenants, and odd texts in every place of every route. */
@NullMarked
package jp.kyosei.ui.api.forged;

import org.jspecify.annotations.NullMarked;
