package jp.kyosei.backend.attachment;

/** What the virus scanner said. */
sealed interface ScanResult {
    /** Nothing harmful was found, or no scanner is set up. */
    record Clean() implements ScanResult {}

    /** @param signature as the scanner names what it found */
    record Infected(String signature) implements ScanResult {}

    /** It could not be reached, did not answer in time, or answered with an error. */
    record NotScanned() implements ScanResult {}
}
