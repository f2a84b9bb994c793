/**
 * Owners of plans, who may do what to them, and the one door through which their data is reached: a transaction
 * opened for an identified {@link jp.kyosei.backend.tenancy.Actor}.
 */
@NullMarked
package jp.kyosei.backend.tenancy;

import org.jspecify.annotations.NullMarked;
