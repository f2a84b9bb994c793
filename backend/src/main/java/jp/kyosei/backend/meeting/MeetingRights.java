package jp.kyosei.backend.meeting;

/**
 * What the reader may do with a meeting as it stands now.
 *
 * @param plan change date, place, agenda, participants, papers, or call it off
 * @param attend note who attends
 * @param issue give out the papers, again as a replacement
 * @param record keep outcomes
 * @param minutes draft, change, approve and publish the minutes
 */
public record MeetingRights(boolean plan, boolean attend, boolean issue, boolean record, boolean minutes) {
    public static final MeetingRights NONE = new MeetingRights(false, false, false, false, false);
}
