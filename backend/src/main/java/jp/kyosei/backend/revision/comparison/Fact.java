package jp.kyosei.backend.revision.comparison;

import java.util.Comparator;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What one field of a thing says in a version.
 *
 * @param value what is compared: 57 and 57.0 are one
 * @param words as a paper prints it
 */
record Fact(Field field, @Nullable FiscalYear fiscalYear, Object value, String words) {
    Key key() {
        return new Key(field, fiscalYear);
    }

    /** The order of fields, and of the years of one. */
    record Key(Field field, @Nullable FiscalYear fiscalYear) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::field)
                .thenComparing(Key::fiscalYear, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
