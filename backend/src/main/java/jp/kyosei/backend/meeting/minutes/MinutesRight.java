package jp.kyosei.backend.meeting.minutes;

/** Something that a reader may do with minutes as they stand now. */
public enum MinutesRight {
    /** Compose them from agenda, attendance, notes and outcomes, in place of what is there. */
    DRAFT,
    /** Keep another text. */
    SAVE,
    /** Approve a draft. */
    APPROVE,
    /** Show them to every reader of the plan. */
    PUBLISH,
    /** Make them a draft again. */
    TAKE_BACK
}
