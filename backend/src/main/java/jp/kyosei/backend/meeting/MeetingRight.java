package jp.kyosei.backend.meeting;

/** Something that a reader may do with a meeting as it stands now. */
public enum MeetingRight {
    /** Change date, place, agenda, participants, papers, or call it off. */
    PLAN,
    /** Note who attends. */
    ATTEND,
    /** Give out the papers, again as a replacement. */
    ISSUE,
    /** Keep outcomes. */
    RECORD,
    /** Draft, change, approve and publish the minutes. */
    MINUTES
}
