/** The fiscal years that labels and cells of a sheet name, in all the ways in which offices write them. */
@NullMarked
package jp.kyosei.backend.understanding.year;

import org.jspecify.annotations.NullMarked;
