package jp.kyosei.backend.results;

/** The summary of a plan for a fiscal year, and the results sheet that it sums up. */
public record Overview(ResultsSheet sheet, Summary summary) {}
