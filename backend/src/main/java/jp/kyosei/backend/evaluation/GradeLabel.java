package jp.kyosei.backend.evaluation;

/** A label of a comparison grading, with its explanation and the key of its colour. */
public record GradeLabel(String label, String meaning, String tone) {}
