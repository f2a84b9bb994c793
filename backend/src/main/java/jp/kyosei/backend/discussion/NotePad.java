package jp.kyosei.backend.discussion;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;

/**
 * The notes on one thing, and whether the reader may write there.
 *
 * @param fiscalYear the year of the notes
 * @param notes oldest first; withdrawn ones only for their author and the secretariat
 * @param following whether the reader gets mail of new notes on it
 */
public record NotePad(
        PlanContent content,
        NoteSubject subject,
        FiscalYear fiscalYear,
        List<Note> notes,
        Writing writing,
        boolean following) {
    public NotePad {
        notes = List.copyOf(notes);
    }
}
