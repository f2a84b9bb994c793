package jp.kyosei.backend.importing.applying;

import java.util.List;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.comparing.RecalledColumn;
import jp.kyosei.backend.importing.naming.RememberedName;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.question.Question;

/**
 * What applying a file would do.
 *
 * @param sheets how its sheets were understood, those without tables included; of this product's own workbook none, which
 *     needs no understanding
 * @param isNewPlan whether a plan would be created
 * @param title of the plan
 * @param firstFiscalYear of the plan
 * @param lastFiscalYear of the plan
 * @param indicators how many the file has
 * @param changes what would be written
 * @param unchanged how many cells say what is stored already
 * @param overConfirmed how many changes are of confirmed figures and texts, and so ask for a reason
 * @param fingerprint of what would be written and from what; another one means that somebody changed something in between
 * @param recalled columns of which something said in an earlier import was taken
 * @param recalledNames names that were taken as it was answered in an earlier import
 * @param pictures the first rows of each sheet with what became of their cells; none of this product's own workbook
 */
public record ImportPreview(
        List<UnderstoodSheet> sheets,
        boolean isNewPlan,
        String title,
        int firstFiscalYear,
        int lastFiscalYear,
        int indicators,
        List<PlannedChange> changes,
        int unchanged,
        int overConfirmed,
        List<Finding> findings,
        String fingerprint,
        List<SheetPicture> pictures,
        List<RecalledColumn> recalled,
        List<RememberedName> recalledNames) {
    public ImportPreview {
        sheets = List.copyOf(sheets);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        recalled = List.copyOf(recalled);
        recalledNames = List.copyOf(recalledNames);
        pictures = List.copyOf(pictures);
    }

    /** The sheets in which there is a table of indicators. */
    public List<UnderstoodSheet> tables() {
        return sheets.stream().filter(UnderstoodSheet::isTable).toList();
    }

    /** What the file leaves open, and what was answered to it. */
    public List<Question> questions() {
        return sheets.stream().flatMap(sheet -> sheet.questions().stream()).toList();
    }

    /** How many findings have that weight. */
    public long count(Finding.Weight weight) {
        return findings.stream().filter(finding -> finding.weight() == weight).count();
    }

    /** How many changes are of cells where nothing stands now. */
    public long countNew() {
        return changes.stream().filter(PlannedChange::isNew).count();
    }

    /** Whether nothing keeps it from being applied. */
    public boolean isApplicable() {
        return findings.stream().noneMatch(finding -> finding.weight().blocks()) && (isNewPlan || !changes.isEmpty());
    }
}
