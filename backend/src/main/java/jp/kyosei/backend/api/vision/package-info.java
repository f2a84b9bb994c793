/** Phrases under themes for the next plan, in REST. */
@NullMarked
package jp.kyosei.backend.api.vision;

import org.jspecify.annotations.NullMarked;
