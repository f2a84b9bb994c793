package jp.kyosei.ui.collection.entry;

import java.util.List;

/** What the entry matrix asks of the view around it; every call comes from the browser and is answered at once. */
interface EntryDesk {
    /** Stores each edit by itself; the answers are in the order of the edits. */
    List<EntryContent.Answer> save(List<EntryContent.Edit> edits);

    /** Says what the edits would do, for a pasted block. */
    List<EntryContent.Preview> preview(List<EntryContent.Edit> edits);

    /** The person has gone to a row. */
    void selected(String no);
}
