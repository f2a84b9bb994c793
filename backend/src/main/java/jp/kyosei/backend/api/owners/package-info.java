/** Owners, members of alliances, departments, and access for help. */
@NullMarked
package jp.kyosei.backend.api.owners;

import org.jspecify.annotations.NullMarked;
