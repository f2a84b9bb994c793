/**
 * The committee (懇談会の委員) of an owner: its members in the order of the 名簿, each with a term, with an account or on paper
 * alone. Meetings take their list of members from here.
 */
@NullMarked
package jp.kyosei.backend.committee;

import org.jspecify.annotations.NullMarked;
