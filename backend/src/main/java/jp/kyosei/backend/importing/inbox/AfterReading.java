package jp.kyosei.backend.importing.inbox;

import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.tenancy.Actor;

/** What is done as soon as a file has been read, so that whoever opens it then does not wait. */
public interface AfterReading {
    /** Works ahead; what it finds out is kept only as long as there is room. */
    void readAhead(Actor actor, ImportId id, Book book);
}
