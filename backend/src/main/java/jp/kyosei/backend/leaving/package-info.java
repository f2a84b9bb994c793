/**
 * How an owner leaves: {@code content} says what an archive of all its data holds, {@code order} has it made beside and kept for
 * a while, {@code ending} announces the end, takes it back, and deletes when the term of grace is over. As the only feature it
 * reads tables of others, all of them alike, so that none is forgotten.
 */
@NullMarked
package jp.kyosei.backend.leaving;

import org.jspecify.annotations.NullMarked;
