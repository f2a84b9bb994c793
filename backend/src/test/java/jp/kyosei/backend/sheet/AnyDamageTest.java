package jp.kyosei.backend.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import jp.kyosei.backend.sheet.reading.SheetReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever bytes of a workbook change, it is read or refused, and nothing else happens. */
class AnyDamageTest {
    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"2\"><v>45016.5</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>平泉町</t></is></c><c r=\"B2\" s=\"1\"><f>A1*2</f><v>0.574</v></c></row>";
    private static final String MERGES =
            "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"C1:D9\"/></mergeCells>";

    private final SheetReader reader = new SheetReader();

    @Property(tries = 2_000)
    void in_the_package(@ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 6) int changes) {
        requireOutcome(changed(whole().bytes(), seed, changes));
    }

    @Property(tries = 4_000)
    void in_a_part(
            @ForAll @IntRange(max = 6) int part,
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 6) int changes) {
        XlsxParts parts = whole();
        String name = parts.names().get(part);
        requireOutcome(
                parts.with(name, changed(parts.content(name), seed, changes)).bytes());
    }

    /** Methods that the library knows by name, but has no stream for, among them. */
    @Property
    void in_the_method_that_the_head_of_a_part_names(@ForAll @IntRange(max = 100) int method) {
        byte[] content = whole().bytes();
        content[8] = (byte) method;
        requireOutcome(content);
    }

    private static XlsxParts whole() {
        return XlsxParts.plain().sheet("<sheetData>" + ROWS + "</sheetData>" + MERGES);
    }

    private void requireOutcome(byte[] content) {
        try {
            assertThat(reader.read("a.xlsx", content).sheets()).isNotEmpty();
        } catch (UnreadableFileException e) {
            assertThat(e).hasMessageEndingWith("ください。");
        }
    }

    /** Bytes are changed at random, or moved, or cut off. */
    private static byte[] changed(byte[] content, long seed, int changes) {
        Random random = new Random(seed);
        byte[] changed = content.clone();
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] = (byte) "<>&\"'/09 -A:".charAt(random.nextInt(12));
                case 2 ->
                    System.arraycopy(changed, at, changed, random.nextInt(at + 1), random.nextInt(changed.length - at));
                default -> changed = random.nextInt(8) == 0 ? Arrays.copyOf(changed, at + 1) : changed;
            }
        }
        return changed;
    }
}
