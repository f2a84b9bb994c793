package jp.kyosei.backend.evaluation;

/** A computed grade (達成度・状況): the label of the owner's rule set and the key of its colour. */
public record Grade(String label, String tone) {}
