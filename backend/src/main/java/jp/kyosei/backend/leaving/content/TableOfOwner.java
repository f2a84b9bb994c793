package jp.kyosei.backend.leaving.content;

import java.util.List;

/** A table whose rows belong to an owner, with its columns in order. */
record TableOfOwner(String name, List<String> columns) {
    TableOfOwner {
        columns = List.copyOf(columns);
    }
}
