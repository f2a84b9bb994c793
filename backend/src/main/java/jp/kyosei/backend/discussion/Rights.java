package jp.kyosei.backend.discussion;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the reader may do with a note as it stands now.
 *
 * @param reply join the talk
 * @param answer reply for secretariat or department, so that the note counts as answered
 * @param edit change the text
 * @param withdraw take it back
 * @param close say that nothing more is to be done
 * @param reopen take that back
 * @param assign say who is to answer
 * @param visibilities to which visibilities it may be changed: narrower by its author, wider by the secretariat
 */
public record Rights(
        boolean reply,
        boolean answer,
        boolean edit,
        boolean withdraw,
        boolean close,
        boolean reopen,
        boolean assign,
        Set<Visibility> visibilities) {
    public static final Rights NONE = new Rights(false, false, false, false, false, false, false, Set.of());

    public Rights {
        visibilities = visibilities.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(visibilities));
    }
}
