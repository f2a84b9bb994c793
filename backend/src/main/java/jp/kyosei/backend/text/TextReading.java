package jp.kyosei.backend.text;

/** What was made of a text that was given. */
public sealed interface TextReading {
    /** A text that can be kept: cleaned, within its limit; may be empty. */
    record Good(String text) implements TextReading {}

    /** A text that cannot be kept. */
    sealed interface Wrong extends TextReading {
        /** Why, and what to do, in Japanese; a sentence to stand behind the name of the field and は. */
        String message();

        /** The same as a whole sentence. */
        default String message(String name) {
            return "「%s」は%s".formatted(name, message());
        }
    }

    /**
     * Too long.
     *
     * @param most how many characters it may have
     * @param length how many it has
     */
    record TooLong(int most, int length) implements Wrong {
        @Override
        public String message() {
            return "%,d 字までです。いま %,d 字あります。短くしてください。".formatted(most, length);
        }
    }

    /**
     * Holds something that is no text.
     *
     * @param position which character of the cleaned text it is, from 1
     * @param character NUL, a control character, half of a surrogate pair, or what Unicode says is none
     */
    record NoText(int position, int character) implements Wrong {
        @Override
        public String message() {
            return "、%,d 文字目に、文字として扱えないもの（U+%04X）が入っています。その部分を消して、入力し直してください。".formatted(position, character);
        }
    }

    /** Has several lines where there is one. */
    record SeveralLines() implements Wrong {
        @Override
        public String message() {
            return "1行で入れてください。改行は使えません。";
        }
    }
}
