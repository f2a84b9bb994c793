package jp.kyosei.backend.publishing;

import java.util.List;
import jp.kyosei.backend.plan.PlanContent;

/**
 * Makes further files of a publication, such as xlsx and pdf. Every bean of this kind is asked when a year is published,
 * inside the transaction that keeps it. Whoever implements it must take what it shows from the document alone: what is
 * not in there is not public.
 */
public interface PublicationFiles {
    List<PublishedFile> filesWithin(PlanContent content, PublishedYear document);
}
