package jp.kyosei.backend.attachment;

import java.time.Duration;

/**
 * Where clamd listens.
 *
 * @param host empty where no scanner is set up
 * @param patience how long one scan may take in all
 */
record ScannerSettings(String host, int port, Duration patience) {
    boolean isSetUp() {
        return !host.isBlank();
    }
}
