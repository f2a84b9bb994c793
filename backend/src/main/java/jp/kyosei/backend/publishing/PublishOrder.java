package jp.kyosei.backend.publishing;

import jp.kyosei.backend.figure.FiscalYear;

/**
 * What is to be published.
 *
 * @param narratives whether the words of the departments go with the figures: 評価文, and what they wrote of a missing
 *     figure beside the coded reason
 * @param notes whether the notes shown to everybody (公開) and the answers to them go with the figures
 */
public record PublishOrder(FiscalYear fiscalYear, boolean narratives, boolean notes, Licence licence) {}
