package jp.kyosei.backend.importing.layout;

import java.util.List;

/**
 * How a layout was read.
 *
 * @param right cells that became what they say
 * @param asked cells that block the file, or stay out, with a word
 * @param wrong cells that became something else, or nothing, without a word; each with its place in words
 * @param questions how many a person has to answer
 */
record Score(String layout, int right, int asked, List<String> wrong, int questions) {
    Score {
        wrong = List.copyOf(wrong);
    }

    int cells() {
        return right + asked + wrong.size();
    }

    double rightShare() {
        return cells() == 0 ? 1 : (double) right / cells();
    }
}
