package jp.kyosei.backend.discussion;

import jp.kyosei.backend.tenancy.DiscussionSight;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;

/** Who sees a note, from the narrowest to the widest. */
public enum Visibility {
    /** The committee and the secretariat. */
    COUNCIL("委員と事務局"),
    /** Besides them, those who work on the plan in the municipalities that take part. */
    MEMBERS("構成市町"),
    /** Everyone who reads the plan, and what the owner publishes. */
    PUBLIC("公開");

    private final String label;

    Visibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A single municipality has no members: there its own departments are meant. */
    public String labelIn(OwnerKind kind) {
        return this == MEMBERS && kind == OwnerKind.MUNICIPALITY ? "庁内" : label;
    }

    public boolean isNarrowerThan(Visibility other) {
        return compareTo(other) < 0;
    }

    /** Whether somebody with that sight sees what this author wrote. */
    public boolean isSeenBy(DiscussionSight sight, PersonId author) {
        return sight.self().equals(author)
                || switch (this) {
                    case COUNCIL -> sight.council();
                    case MEMBERS -> sight.council() || sight.members();
                    case PUBLIC -> true;
                };
    }
}
