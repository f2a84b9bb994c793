/** Owners, the register, alliances, departments and help, as a service keeps them. */
@NullMarked
package jp.kyosei.backend.owners;

import org.jspecify.annotations.NullMarked;
