package jp.kyosei.backend.importing.comparing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.NarrativeChange;
import jp.kyosei.backend.actual.RecordChange;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadPlan;

/** What an import would write, ready to be written. */
record PlannedImport(
        ReadPlan read,
        boolean isNewPlan,
        List<CellChange> actuals,
        List<NarrativeChange> narratives,
        List<RecordChange> records,
        List<PlannedChange> changes,
        int unchanged,
        List<Finding> findings) {
    private static final int FINGERPRINT_BYTES = 12;

    PlannedImport {
        actuals = List.copyOf(actuals);
        narratives = List.copyOf(narratives);
        records = List.copyOf(records);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (isNewPlan) {
                update(digest, read.document());
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

    private static void update(MessageDigest digest, Object part) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    }
}
