package jp.kyosei.backend.collection.approval;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.actual.narrative.NarrativeText;

/**
 * What a superior saw of a row, in words.
 *
 * @param figure as printed, with its year and note
 */
@Serdeable
record Seen(String figure, String progress, String outlook, String initiatives) {
    static Seen of(String figure, NarrativeText words) {
        return new Seen(figure, words.progress(), words.outlook(), words.initiatives());
    }

    /** What is different now. */
    List<ChangedPart> until(Seen now) {
        List<ChangedPart> changed = new ArrayList<>();
        compare(changed, "実績", figure, now.figure);
        compare(changed, "進捗状況・成果", progress, now.progress);
        compare(changed, "今後の取組等", outlook, now.outlook);
        compare(changed, "事業名", initiatives, now.initiatives);
        return changed;
    }

    private static void compare(List<ChangedPart> changed, String part, String before, String now) {
        if (!before.equals(now)) {
            changed.add(new ChangedPart(part, before, now));
        }
    }
}
