/** The contract around figures: collections, workbooks, imports, results, papers. */
@NullMarked
package jp.kyosei.ui.api.figure;

import org.jspecify.annotations.NullMarked;
