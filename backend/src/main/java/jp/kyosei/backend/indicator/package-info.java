/**
 * Indicators (指標). Their identity outlives plan versions and may stand in two plans; what is said of one — name, unit,
 * baseline, targets, reporters — belongs to a version.
 */
@NullMarked
package jp.kyosei.backend.indicator;

import org.jspecify.annotations.NullMarked;
