package jp.kyosei.backend.committee;

import java.util.UUID;

/** Identifies a member of the committee within its owner. */
public record MemberId(UUID value) {
    static MemberId next() {
        return new MemberId(UUID.randomUUID());
    }
}
