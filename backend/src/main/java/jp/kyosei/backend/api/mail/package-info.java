/** Which letters somebody wants, in REST. */
@NullMarked
package jp.kyosei.backend.api.mail;

import org.jspecify.annotations.NullMarked;
