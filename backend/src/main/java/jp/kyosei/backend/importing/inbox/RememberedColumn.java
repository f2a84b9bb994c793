package jp.kyosei.backend.importing.inbox;

import java.time.Instant;
import jp.kyosei.backend.understanding.ColumnKind;

/**
 * What somebody said of a column in an earlier import.
 *
 * @param key of the head with its surroundings; by it, it is forgotten
 * @param label the head as it stood there
 * @param by who brought that file in
 */
public record RememberedColumn(String key, String label, ColumnKind kind, String fileName, String by, Instant at) {}
