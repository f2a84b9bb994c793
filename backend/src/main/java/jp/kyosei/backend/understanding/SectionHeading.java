package jp.kyosei.backend.understanding;

/**
 * A section above an indicator.
 *
 * @param level from 1
 * @param number as printed, such as {@code 1} or {@code 1-1-2}; empty where none is
 * @param title may be empty where only a number is printed
 */
public record SectionHeading(int level, String number, String title) {}
