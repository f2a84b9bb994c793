package jp.kyosei.infra.services;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerServicesTest extends ServicesContract {
    private static final LocalServices SERVICES = new LocalServices(ServicesSwitch.CONTAINERS);

    @BeforeAll
    static void only_where_containers_are_chosen() {
        assumeTrue(
                ServicesSwitch.chosen() == ServicesSwitch.CONTAINERS,
                "containers are not chosen: KYOSEI_SERVICES=containers, or a Docker daemon with the images postgres:18"
                        + " and quay.io/keycloak/keycloak:26.7 (infra/airgap makes them without a registry)");
    }

    @AfterAll
    static void stop() {
        SERVICES.close();
    }

    @Override
    LocalServices services() {
        return SERVICES;
    }
}
