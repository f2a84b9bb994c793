package jp.kyosei.backend.owners.department;

import java.util.List;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * What names a department, of one kind and in one owner: its own, or an alliance that it works for.
 *
 * @param kind what it is, in office words
 * @param names the first of them as people know them
 * @param count how many there are
 */
public record Hanging(OwnerId owner, String kind, List<String> names, int count) {
    /** How many are named at the most. */
    public static final int NAMED = 5;

    public Hanging {
        names = List.copyOf(names);
    }

    /** 指標の担当 3件（No.1 …、No.9 …、ほか1件） */
    public String words() {
        String named = String.join("、", names);
        String rest = count > names.size() ? "%sほか%d件".formatted(named.isEmpty() ? "" : "、", count - names.size()) : "";
        return "%s %d件（%s%s）".formatted(kind, count, named, rest);
    }
}
