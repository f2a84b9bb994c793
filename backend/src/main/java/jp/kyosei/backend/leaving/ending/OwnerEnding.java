package jp.kyosei.backend.leaving.ending;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An announced end of an owner.
 *
 * @param deletesOn the day in Japan on which its data goes, at least {@value EndingService#DAYS_OF_GRACE} days after it was
 *     announced
 */
public record OwnerEnding(String askedByName, Instant askedAt, String reason, LocalDate deletesOn) {}
