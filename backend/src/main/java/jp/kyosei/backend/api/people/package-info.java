/** The part of the contract about an owner's people. */
@NullMarked
package jp.kyosei.backend.api.people;

import org.jspecify.annotations.NullMarked;
