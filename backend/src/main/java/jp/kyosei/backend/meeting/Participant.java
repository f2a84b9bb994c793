package jp.kyosei.backend.meeting;

/**
 * Somebody who is asked to a meeting.
 *
 * @param affiliation such as 商工会議所; may be empty
 * @param office what they are in the committee: 会長, 副会長, 委員, オブザーバー; may be empty
 */
public record Participant(String name, String affiliation, String office, Attendance attendance) {
    public Participant {
        name = name.strip();
        affiliation = affiliation.strip();
        office = office.strip();
    }
}
