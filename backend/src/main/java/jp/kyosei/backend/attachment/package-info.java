/**
 * Files attached to notes: which kinds are taken, how their content is looked at and scanned, and who gets them back. It
 * knows notes only as rows that the database shows or hides; what a note is belongs to the discussion.
 */
@NullMarked
package jp.kyosei.backend.attachment;

import org.jspecify.annotations.NullMarked;
