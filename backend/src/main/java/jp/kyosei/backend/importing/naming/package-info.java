/** What an owner's people answered to names of indicators that have drifted between two papers. */
@NullMarked
package jp.kyosei.backend.importing.naming;

import org.jspecify.annotations.NullMarked;
