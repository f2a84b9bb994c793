package jp.kyosei.backend.accounts;

/**
 * Something wrong with one of several people to be invited.
 *
 * @param line from 1
 * @param field as the API calls it, such as {@code mail}
 * @param message in Japanese, with what to do
 */
public record InvitationProblem(int line, String field, String message) {}
