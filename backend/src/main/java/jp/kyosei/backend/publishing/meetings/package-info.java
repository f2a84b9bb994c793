/** Minutes of meetings and the papers handed out there, as everybody may read them. */
@NullMarked
package jp.kyosei.backend.publishing.meetings;

import org.jspecify.annotations.NullMarked;
