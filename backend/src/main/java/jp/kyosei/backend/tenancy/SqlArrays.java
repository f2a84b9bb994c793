package jp.kyosei.backend.tenancy;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Arrays travel as PostgreSQL's text form {@code {a,b}}; ids need no quoting in it. */
public final class SqlArrays {
    private SqlArrays() {}

    public static String of(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
