package jp.kyosei.backend.leaving.content;

import java.util.List;

/**
 * A table with rows that are somebody's own.
 *
 * @param whose the columns that say whose: who wrote, entered, was given it
 * @param files the columns that hold files
 */
record TableOfPeople(String name, List<String> columns, List<String> whose, List<String> files) {
    TableOfPeople {
        columns = List.copyOf(columns);
        whose = List.copyOf(whose);
        files = List.copyOf(files);
    }
}
