package jp.kyosei.backend.meeting;

import jp.kyosei.backend.text.TextKind;

/**
 * Somebody who is asked to a meeting.
 *
 * @param affiliation such as 商工会議所; may be empty
 * @param office what they are in the committee: 会長, 副会長, 委員, オブザーバー; may be empty
 */
public record Participant(String name, String affiliation, String office, Attendance attendance) {
    public Participant {
        name = TextKind.cleaned(name).strip();
        affiliation = TextKind.cleaned(affiliation).strip();
        office = TextKind.cleaned(office).strip();
    }
}
