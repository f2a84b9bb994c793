package jp.kyosei.backend.sheet;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that no import may take, built anew at each run; the same bytes each time. What is wrong with the figures in a
 * sheet that can be read is not their business.
 */
public final class BadFiles {
    private BadFiles() {}

    /** Each is built only when the stream comes to it: together they would fill the memory. */
    public static Stream<BadFile> all() {
        return Stream.of(new BadPackages(), new BadSheets(), new BadTexts())
                .flatMap(BadFileList::files)
                .map(Supplier::get);
    }
}
