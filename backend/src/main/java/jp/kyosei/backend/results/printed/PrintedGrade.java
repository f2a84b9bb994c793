package jp.kyosei.backend.results.printed;

import io.micronaut.serde.annotation.Serdeable;

/** A grade: its label, the key of its colour, and what it means; the meaning is empty beside a single figure. */
@Serdeable
public record PrintedGrade(String label, String tone, String meaning) {}
