/** What an archive of an owner holds: every table as CSV and JSON, the files, and a page that explains each column. */
@NullMarked
package jp.kyosei.backend.leaving.content;

import org.jspecify.annotations.NullMarked;
