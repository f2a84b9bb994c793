package jp.kyosei.backend.meeting;

import java.util.List;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked to a meeting.
 *
 * @param affiliation such as 商工会議所; may be empty
 * @param office what they are: 会長, 副会長, 委員 in the committee, 市長公室長 at the town; may be empty
 * @param remark 備考, on the list of those who come from the towns; may be empty
 * @param member who they are in the 名簿; none for whoever stands on no list
 */
public record Participant(
        String name,
        String affiliation,
        String office,
        Attendance attendance,
        Kind kind,
        String remark,
        @Nullable MemberId member) {
    public Participant {
        name = TextKind.cleaned(name).strip();
        affiliation = TextKind.cleaned(affiliation).strip();
        office = TextKind.cleaned(office).strip();
        remark = TextKind.cleaned(remark).strip();
    }

    /** Somebody of whom it is not known yet whether the 名簿 names them. */
    public Participant(
            String name, String affiliation, String office, Attendance attendance, Kind kind, String remark) {
        this(name, affiliation, office, attendance, kind, remark, null);
    }

    /** A member of the committee. */
    public Participant(String name, String affiliation, String office, Attendance attendance) {
        this(name, affiliation, office, attendance, Kind.MEMBER, "");
    }

    /** The same, coming or not. */
    public Participant attending(Attendance chosen) {
        return new Participant(name, affiliation, office, chosen, kind, remark, member);
    }

    /**
     * The same people, each member of the committee known as the one of the 名簿 who has this name; where several have it, as the
     * one of this affiliation.
     */
    static List<Participant> known(List<Participant> people, List<CommitteeMember> members) {
        return people.stream().map(person -> person.known(members)).toList();
    }

    private Participant known(List<CommitteeMember> members) {
        if (kind != Kind.MEMBER || member != null) {
            return this;
        }
        List<CommitteeMember> named =
                members.stream().filter(one -> isNamed(one.name())).toList();
        List<CommitteeMember> found = named.size() < 2
                ? named
                : named.stream()
                        .filter(one -> one.affiliation().equals(affiliation))
                        .toList();
        return found.size() == 1
                ? new Participant(
                        name,
                        affiliation,
                        office,
                        attendance,
                        kind,
                        remark,
                        found.getFirst().id())
                : this;
    }

    /** Whether the name is this one, whatever blanks are in it. */
    public boolean isNamed(String other) {
        return packed(name).equals(packed(other));
    }

    private static String packed(String name) {
        return name.replaceAll("[\\s\u3000]", "");
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
