/**
 * The demonstration owners, people and plans, loaded at the start through the same services that an import uses, only
 * where {@code kyosei.demonstration} is on.
 */
@NullMarked
package jp.kyosei.backend.demonstration;

import org.jspecify.annotations.NullMarked;
