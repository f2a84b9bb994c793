/**
 * Whole plans brought in at once: a plan document is understood, every problem named, and applied in one transaction or
 * not at all. The demonstration data takes this way, and so will the spreadsheets.
 */
@NullMarked
package jp.kyosei.backend.importing;

import org.jspecify.annotations.NullMarked;
