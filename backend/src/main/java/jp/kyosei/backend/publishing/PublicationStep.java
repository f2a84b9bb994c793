package jp.kyosei.backend.publishing;

import java.time.Instant;

/**
 * What was done with a year.
 *
 * @param withdrawal whether it was withdrawn; published otherwise
 * @param revision which was published or withdrawn, 1 for the first
 * @param by the name of who did it, as it was then
 * @param reason why it was withdrawn; empty otherwise
 */
public record PublicationStep(boolean withdrawal, int revision, String by, Instant at, String reason) {}
