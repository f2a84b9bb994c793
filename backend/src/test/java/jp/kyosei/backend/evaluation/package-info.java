/** The rules, with the published figures of three municipalities and laws that hold for any figures. */
@NullMarked
package jp.kyosei.backend.evaluation;

import org.jspecify.annotations.NullMarked;
