package jp.kyosei.infra.services;

import org.junit.jupiter.api.AfterAll;

class EmbeddedServicesTest extends ServicesContract {
    private static final LocalServices SERVICES = new LocalServices(ServicesSwitch.EMBEDDED);

    @AfterAll
    static void stop() {
        SERVICES.close();
    }

    @Override
    LocalServices services() {
        return SERVICES;
    }
}
