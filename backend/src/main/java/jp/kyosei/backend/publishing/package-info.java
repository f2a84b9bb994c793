/**
 * What an owner gives to everybody: a fiscal year of a plan, composed once from confirmed figures, kept as it was
 * published, replaced and withdrawn by the owner's secretariat. Everybody reads it through {@code publishing.open}, which
 * knows nothing of plans.
 */
@NullMarked
package jp.kyosei.backend.publishing;

import org.jspecify.annotations.NullMarked;
