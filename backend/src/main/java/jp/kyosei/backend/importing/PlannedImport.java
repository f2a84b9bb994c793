package jp.kyosei.backend.importing;

import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.digest.Sha256;

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
        StringBuilder all = new StringBuilder();
        if (isNewPlan) {
            all.append(read.document());
        }
        // Without the reason, which is given after the look.
        actuals.forEach(change -> {
            all.append(change.indicator());
            all.append(change.fiscalYear());
            all.append(Objects.toString(change.municipality()));
            all.append(Objects.toString(change.before()));
            all.append(Objects.toString(change.after()));
        });
        narratives.forEach(change -> {
            all.append(change.indicator());
            all.append(change.fiscalYear());
            all.append(Objects.toString(change.municipality()));
            all.append(Objects.toString(change.before()));
            all.append(Objects.toString(change.after()));
        });
        records.forEach(change -> all.append(change));
        return Sha256.of(all.toString()).hex(FINGERPRINT_BYTES);
    }
}
