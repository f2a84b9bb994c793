/** The round of a year in REST: rounds and their steps, single figures and narratives, the round as a workbook. */
@NullMarked
package jp.kyosei.backend.api.collection;

import org.jspecify.annotations.NullMarked;
