/** What programs take of what is published: tables, JSON, the workbook, the catalogue, the feed and the list of addresses. */
@NullMarked
package jp.kyosei.backend.publishing.open.data;

import org.jspecify.annotations.NullMarked;
