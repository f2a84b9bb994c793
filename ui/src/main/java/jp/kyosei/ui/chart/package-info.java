/**
 * Small charts, drawn on the server as SVG: they appear with the page, print as they are, and read aloud as a sentence.
 * Bars start at zero; a year without a figure is a gap and never a point at zero.
 */
@NullMarked
package jp.kyosei.ui.chart;

import org.jspecify.annotations.NullMarked;
