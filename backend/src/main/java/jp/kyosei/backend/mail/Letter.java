package jp.kyosei.backend.mail;

import java.util.UUID;

/**
 * A letter that this process has claimed.
 *
 * @param wanted false if the person has switched its kind off; such a letter is done with
 * @param attempts how often it has been claimed, this time included
 */
record Letter(
        UUID ownerId,
        UUID noticeId,
        UUID personId,
        String address,
        boolean wanted,
        int attempts,
        String subject,
        String body) {}
