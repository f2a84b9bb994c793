package jp.kyosei.backend.meeting;

import jp.kyosei.backend.text.TextKind;

/**
 * Somebody who is asked to a meeting.
 *
 * @param affiliation such as 商工会議所; may be empty
 * @param office what they are: 会長, 副会長, 委員 in the committee, 市長公室長 at the town; may be empty
 * @param remark 備考, on the list of those who come from the towns; may be empty
 */
public record Participant(
        String name, String affiliation, String office, Attendance attendance, Kind kind, String remark) {
    public Participant {
        name = TextKind.cleaned(name).strip();
        affiliation = TextKind.cleaned(affiliation).strip();
        office = TextKind.cleaned(office).strip();
        remark = TextKind.cleaned(remark).strip();
    }

    /** A member of the committee. */
    public Participant(String name, String affiliation, String office, Attendance attendance) {
        this(name, affiliation, office, attendance, Kind.MEMBER, "");
    }

    /** The same, coming or not. */
    public Participant attending(Attendance chosen) {
        return new Participant(name, affiliation, office, chosen, kind, remark);
    }

    /** On which list of a meeting somebody stands. */
    public enum Kind {
        MEMBER("委員"),
        OFFICIAL("市町出席者");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
