/**
 * What people get wrong on paper (指摘): each check looks at figures, at what papers printed, and at the figures of the whole beside
 * a part. Pure; knows how results are computed, and nothing computes with it.
 */
@NullMarked
package jp.kyosei.backend.evaluation.check;

import org.jspecify.annotations.NullMarked;
