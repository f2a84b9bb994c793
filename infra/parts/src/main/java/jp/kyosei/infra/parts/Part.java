package jp.kyosei.infra.parts;

import java.util.List;

/**
 * Something that is shipped and that others have written.
 *
 * @param kind {@code maven}, {@code npm} or {@code file}
 * @param name as its registry names it: {@code group/artifact}, {@code @scope/name} or the name of a font
 * @param licences as the part itself spells them, one of which may be chosen; empty where it says nothing
 */
record Part(String kind, String name, String version, List<String> licences) {
    Part {
        licences = List.copyOf(licences);
    }

    /** Without its version: what the lists of this module call it. */
    String key() {
        return "pkg:" + kind + "/" + name;
    }

    /** What NOTICE calls it. */
    String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    Part under(List<String> others) {
        return new Part(kind, name, version, others);
    }
}
