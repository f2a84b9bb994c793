/** Where a cell of the records is, how far it has come, and who writes it when: what figures and narratives have in common. */
@NullMarked
package jp.kyosei.backend.actual.cell;

import org.jspecify.annotations.NullMarked;
