package jp.kyosei.backend.discussion;

import java.util.Set;

/**
 * What the reader may do with a note as it stands now.
 *
 * @param visibilities to which visibilities it may be changed: narrower by its author, wider by the secretariat
 */
public record Rights(Set<NoteRight> granted, Set<Visibility> visibilities) {
    public static final Rights NONE = new Rights(Set.of(), Set.of());

    public Rights {
        granted = Set.copyOf(granted);
        visibilities = Set.copyOf(visibilities);
    }

    public boolean may(NoteRight right) {
        return granted.contains(right);
    }
}
