/**
 * What one process takes on at the same time: expensive work stands in a queue that has an end, and whoever calls more often
 * than people do is told to wait. Each replica counts for itself.
 */
@NullMarked
package jp.kyosei.backend.load;

import org.jspecify.annotations.NullMarked;
