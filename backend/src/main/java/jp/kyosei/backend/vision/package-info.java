/**
 * The material from which the secretariat writes the next plan's picture of the future (将来像): phrases that committee
 * members or a survey used, gathered under themes, each with where it came from.
 */
@NullMarked
package jp.kyosei.backend.vision;

import org.jspecify.annotations.NullMarked;
