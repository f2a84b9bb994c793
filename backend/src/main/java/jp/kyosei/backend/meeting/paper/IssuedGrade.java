package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;

/** A grade as issued: its label and the key of its colour. */
@Serdeable
public record IssuedGrade(String label, String tone) {}
