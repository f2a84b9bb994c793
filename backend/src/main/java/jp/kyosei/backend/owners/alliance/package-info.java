/**
 * Alliances (圏域): which municipalities are members in which fiscal years, the agreements that this stands on, and whom to turn
 * to in a town.
 */
@NullMarked
package jp.kyosei.backend.owners.alliance;

import org.jspecify.annotations.NullMarked;
