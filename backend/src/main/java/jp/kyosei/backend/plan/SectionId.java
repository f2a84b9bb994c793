package jp.kyosei.backend.plan;

import java.util.UUID;

/** Identifies a section (体系) of a plan version within its owner. */
public record SectionId(UUID value) {
    public static SectionId next() {
        return new SectionId(UUID.randomUUID());
    }
}
