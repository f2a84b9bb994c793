package jp.kyosei.backend.pdffile;

import java.util.List;
import java.util.stream.Stream;

/** A value as it stands in a file, unresolved. */
sealed interface PdfValue {
    /** Without its slash, with {@code #xx} resolved. */
    record Name(String text) implements PdfValue {}

    /** Each byte one character. */
    record Text(String bytes) implements PdfValue {}

    /** To the object of that number, whichever generation. */
    record Reference(long number) implements PdfValue {}

    record Items(List<PdfValue> values) implements PdfValue {}

    /** A key that stands there twice is there twice: readers differ in which they take. */
    record Entries(List<Entry> entries) implements PdfValue {
        Stream<PdfValue> all(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value);
        }

        boolean has(String key) {
            return all(key).findAny().isPresent();
        }

        boolean isNamed(String key, String name) {
            return all(key).anyMatch(
                            value -> value instanceof Name found && found.text().equals(name));
        }
    }

    record Entry(String key, PdfValue value) {}

    /** A number or a word of the language. */
    record Word(String text) implements PdfValue {}
}
