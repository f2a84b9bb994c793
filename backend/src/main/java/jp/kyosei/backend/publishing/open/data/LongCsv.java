package jp.kyosei.backend.publishing.open.data;

import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Head;

/** The long form as CSV. */
public final class LongCsv {
    private LongCsv() {}

    /** Of all indicators. */
    public static byte[] of(Head head, PublishedYear document) {
        return Csv.of(LongTable.COLUMNS.keySet(), LongTable.records(head, document));
    }

    /** Of one. */
    public static byte[] of(Head head, PublishedYear document, PublishedYear.Row row) {
        return Csv.of(LongTable.COLUMNS.keySet(), LongTable.records(head, document, row));
    }
}
