/**
 * Figures as sheets write them: 18.8万人, 9兆1,400億円, 80%以上, 123※1, 87,672人(2014年度). What stands there is taken apart and
 * converted exactly; what may mean two things is not taken. Typing on screen is read by {@code figure.TypedFigureParser}, which
 * tells the person instead.
 */
@NullMarked
package jp.kyosei.backend.importing.notation;

import org.jspecify.annotations.NullMarked;
