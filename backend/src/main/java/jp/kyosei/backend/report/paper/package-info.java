/**
 * A paper before it is a file: title, blocks, tables and cells, how much of a text is printed and in which
 * colours. All formats are written from it.
 */
@NullMarked
package jp.kyosei.backend.report.paper;

import org.jspecify.annotations.NullMarked;
