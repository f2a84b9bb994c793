package jp.kyosei.backend.meeting;

import java.util.UUID;

/** Identifies a meeting (懇談会). */
public record MeetingId(UUID value) {
    public static MeetingId next() {
        return new MeetingId(UUID.randomUUID());
    }
}
