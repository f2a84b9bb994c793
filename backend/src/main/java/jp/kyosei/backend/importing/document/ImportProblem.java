package jp.kyosei.backend.importing.document;

/**
 * One thing that keeps a document from being applied.
 *
 * @param place where it stands in the document
 * @param message what is wrong and what to do, in Japanese
 */
public record ImportProblem(String place, String message) {}
