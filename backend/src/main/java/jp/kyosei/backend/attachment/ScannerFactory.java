package jp.kyosei.backend.attachment;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

@Factory
final class ScannerFactory {
    @Singleton
    ScannerSettings settings(
            @Value("${kyosei.clamav.host:}") String host,
            @Value("${kyosei.clamav.port:3310}") int port,
            @Value("${kyosei.clamav.patience:60s}") Duration patience) {
        return new ScannerSettings(host, port, patience);
    }
}
