/** 委員の名簿: who is a member of the committee, for which term, in which order, with a login or on paper alone. */
@NullMarked
package jp.kyosei.ui.committee;

import org.jspecify.annotations.NullMarked;
