package jp.kyosei.backend.pdffile;

/** What was found in a PDF file. */
public enum PdfContent {
    /** Pages, and links that a person may follow. */
    PLAIN,
    /** JavaScript, programs that are started, forms that are sent away, something that happens when it is opened. */
    ACTIVE,
    /** Files within the file, films, sounds, three-dimensional models. */
    CARRYING,
    /** Parts that are to be fetched from elsewhere. */
    FROM_OUTSIDE,
    /** With a password or restrictions, so that not all of it can be looked into. */
    LOCKED,
    /** Nothing that can be read through within limits. */
    BROKEN
}
