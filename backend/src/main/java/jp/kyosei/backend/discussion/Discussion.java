package jp.kyosei.backend.discussion;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;

/**
 * All notes of a plan in a year that the reader sees (意見一覧).
 *
 * @param years the years that have notes, newest first
 * @param notes in the order of the plan, then of writing
 * @param desks whom a note can be assigned to: towns and departments that report; empty for those who may not assign
 * @param secretariat whether the reader is the owner's secretariat
 */
public record Discussion(
        PlanContent content,
        FiscalYear fiscalYear,
        List<FiscalYear> years,
        List<Note> notes,
        List<Assignment> desks,
        Writing writing,
        boolean secretariat) {
    public Discussion {
        years = List.copyOf(years);
        notes = List.copyOf(notes);
        desks = List.copyOf(desks);
    }
}
