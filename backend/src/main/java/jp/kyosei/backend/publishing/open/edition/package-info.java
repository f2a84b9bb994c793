/** What lists, pages and files say of a publication without opening it: its head, its outline, its addresses. */
@NullMarked
package jp.kyosei.backend.publishing.open.edition;

import org.jspecify.annotations.NullMarked;
