package jp.kyosei.backend.reading;

import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.results.IndicatorPage;

/** One indicator made for reading: its results, and the notes on it. */
public record ReadingPage(IndicatorPage indicator, NotePad notes) {}
