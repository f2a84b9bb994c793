package jp.kyosei.backend.collection.board;

import java.time.LocalDate;

/**
 * How far another round had come.
 *
 * @param day by the end of which
 * @param tasks how many there were
 * @param done how many of them had been handed in to the secretariat
 */
public record DoneThen(LocalDate day, int tasks, int done) {}
