/** The part of the contract about an owner's people. */
@NullMarked
package jp.kyosei.ui.api.people;

import org.jspecify.annotations.NullMarked;
