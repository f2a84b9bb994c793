/** The entry of figures and narratives into the cells of a town, from a screen, another program or a workbook: one way. */
@NullMarked
package jp.kyosei.backend.collection.entry;

import org.jspecify.annotations.NullMarked;
