package jp.kyosei.backend.publishing;

import java.util.List;
import jp.kyosei.backend.plan.PlanContent;

/**
 * What everybody would see, before it is published.
 *
 * @param document exactly what would be kept
 * @param blanks the indicators that would stand without a figure of the year
 * @param narratives how many 評価文 would be shown
 * @param corrections what everybody would be told to be corrected (正誤表) of what is published now; empty where nothing is
 */
public record PublicationPreview(
        PlanContent content,
        PublishedYear document,
        List<Blank> blanks,
        int narratives,
        List<PublishedYear.Correction> corrections) {
    public PublicationPreview {
        blanks = List.copyOf(blanks);
        corrections = List.copyOf(corrections);
    }

    /** Of a year of which nothing is published. */
    PublicationPreview(PlanContent content, PublishedYear document, List<Blank> blanks, int narratives) {
        this(content, document, blanks, narratives, List.of());
    }

    PublicationPreview correcting(PublishedYear published) {
        return new PublicationPreview(content, document, blanks, narratives, Corrections.between(published, document));
    }

    /** How many notes would be shown. */
    public int notes() {
        return document.notes().size();
    }

    /** Whether there is nothing to publish. */
    public boolean isEmpty() {
        return document.rows().size() == blanks.size()
                && blanks.stream().noneMatch(blank -> blank.why() == Why.REASON_GIVEN);
    }

    /** Why an indicator has no figure. */
    public enum Why {
        /** Something is entered, and not confirmed. */
        UNCONFIRMED("確定していない値があるため、空欄になります"),
        /** A reason is confirmed in its place, which is shown. */
        REASON_GIVEN("把握できなかった理由が出ます"),
        /** Nothing was entered. */
        NOTHING_ENTERED("値が入っていないため、空欄になります");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * An indicator without a figure of the year.
     *
     * @param shown what stands in its place, such as 中止; empty for a blank
     */
    public record Blank(String no, String name, Why why, String shown) {}
}
