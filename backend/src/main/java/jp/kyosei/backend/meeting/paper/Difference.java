package jp.kyosei.backend.meeting.paper;

/**
 * Something that has changed since a paper was issued.
 *
 * @param no the indicator's number; empty where it is about a section or the plan
 * @param name the indicator's name, or what the note is about
 * @param field in Japanese, such as 令和4年度の実績
 * @param issued as the paper says; empty where it says nothing
 * @param current as it would be issued now; empty where it is gone
 */
public record Difference(String no, String name, String field, String issued, String current) {}
