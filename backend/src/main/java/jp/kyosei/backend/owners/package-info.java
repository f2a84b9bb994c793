/**
 * Owners of plans (計画主体): municipalities and alliances with their members by fiscal year, their departments, and the
 * public register of municipalities.
 */
@NullMarked
package jp.kyosei.backend.owners;

import org.jspecify.annotations.NullMarked;
