/** Mail, from the transaction that posts it to a real SMTP server. */
@NullMarked
package jp.kyosei.backend.mail;

import org.jspecify.annotations.NullMarked;
