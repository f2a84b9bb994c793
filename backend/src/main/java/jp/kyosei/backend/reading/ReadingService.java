package jp.kyosei.backend.reading;

import jakarta.inject.Singleton;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Leads a reader through the indicators of a plan. Being worked on: the signatures stand. */
@Singleton
public class ReadingService {
    /** @param year none for the year of the meeting that takes comments, else the latest with results */
    public ReadingList list(Actor actor, String plan, @Nullable FiscalYear year) {
        throw new UnsupportedOperationException();
    }

    /** One indicator with the notes on it. */
    public ReadingPage page(Actor actor, String plan, FiscalYear year, String no) {
        throw new UnsupportedOperationException();
    }

    /** Keeps that the actor has opened the page, and read the notes on it as they are now. */
    public void markRead(Actor actor, String plan, FiscalYear year, String no) {
        throw new UnsupportedOperationException();
    }
}
