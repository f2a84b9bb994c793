/** What of a report programs read: tables of one value a cell, and how they become CSV. */
@NullMarked
package jp.kyosei.backend.report.data;

import org.jspecify.annotations.NullMarked;
