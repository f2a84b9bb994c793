/**
 * What each report says: results, overview, trend, notes and the papers of a meeting, put together from what was
 * read, for no format yet.
 */
@NullMarked
package jp.kyosei.backend.report.document;

import org.jspecify.annotations.NullMarked;
