/** 承認: what waits for a superior, and what has changed in it since he saw it last. */
@NullMarked
package jp.kyosei.backend.collection.approval;

import org.jspecify.annotations.NullMarked;
