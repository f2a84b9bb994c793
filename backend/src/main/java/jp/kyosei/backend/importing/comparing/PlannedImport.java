package jp.kyosei.backend.importing.comparing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualState;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.NarrativeChange;
import jp.kyosei.backend.actual.RecordChange;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadPlan;

/** What an import would write, ready to be written. */
public record PlannedImport(
        ReadPlan read,
        boolean isNewPlan,
        List<CellChange> actuals,
        List<NarrativeChange> narratives,
        List<RecordChange> records,
        List<PlannedChange> changes,
        int unchanged,
        List<Finding> findings) {
    private static final int FINGERPRINT_BYTES = 12;

    public PlannedImport {
        actuals = List.copyOf(actuals);
        narratives = List.copyOf(narratives);
        records = List.copyOf(records);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** Of what would be written and from what; another one means that somebody changed something in between. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (isNewPlan) {
                update(digest, read.plan());
            }
            // Without the reason, which is given after the look.
            actuals.forEach(change -> {
                update(digest, change.indicator());
                update(digest, change.fiscalYear());
                update(digest, Objects.toString(change.municipality()));
                update(digest, Objects.toString(change.before()));
                update(digest, Objects.toString(change.after()));
            });
            narratives.forEach(change -> {
                update(digest, change.indicator());
                update(digest, change.fiscalYear());
                update(digest, Objects.toString(change.municipality()));
                update(digest, Objects.toString(change.before()));
                update(digest, Objects.toString(change.after()));
            });
            records.forEach(change -> update(digest, change));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same with other findings. */
    PlannedImport with(List<Finding> others) {
        return new PlannedImport(read, isNewPlan, actuals, narratives, records, changes, unchanged, others);
    }

    /** How many of the changes are of what is confirmed, and so ask for a reason. */
    public int countOverConfirmed() {
        Stream<ActualState> figures = actuals.stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .map(Actual::state);
        Stream<ActualState> texts = narratives.stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .map(Narrative::state);
        return Math.toIntExact(Stream.concat(figures, texts)
                .filter(state -> state == ActualState.CONFIRMED)
                .count());
    }

    private static void update(MessageDigest digest, Object part) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    }
}
