package jp.kyosei.backend.publishing;

import jp.kyosei.backend.figure.FiscalYear;

/**
 * What is to be published.
 *
 * @param narratives whether the words of the departments go with the figures: 評価文, and what they wrote of a missing
 *     figure beside the coded reason
 * @param notes whether the notes shown to everybody (公開) and the answers to them go with the figures
 * @param contact whom everybody may ask, in one line of at most 200 characters; empty for the owner's name alone
 */
public record PublishOrder(FiscalYear fiscalYear, boolean narratives, boolean notes, Licence licence, String contact) {
    /** With nobody in particular to ask. */
    public PublishOrder(FiscalYear fiscalYear, boolean narratives, boolean notes, Licence licence) {
        this(fiscalYear, narratives, notes, licence, "");
    }
}
