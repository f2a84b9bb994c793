package jp.kyosei.backend.sheet;

/**
 * A file that must be refused.
 *
 * @param messagePart what the refusal says, among other things
 */
@SuppressWarnings("ArrayRecordComponent")
public record BadFile(String name, String fileName, byte[] content, String messagePart) {
    @Override
    public String toString() {
        return name;
    }
}
