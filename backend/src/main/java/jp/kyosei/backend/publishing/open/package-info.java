/**
 * What anybody sees below {@code /open}, without a login and without a question to the database: every replica keeps
 * what is published in memory, and on disk where it is given a place, and goes on showing it while the database is away.
 * Knows published documents alone.
 */
@NullMarked
package jp.kyosei.backend.publishing.open;

import org.jspecify.annotations.NullMarked;
