package jp.kyosei.infra.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SharedServicesTest {
    @Test
    void a_server_named_by_the_environment_is_used_instead_of_an_own_one() throws Exception {
        Postgres postgres = LocalServices.shared().postgres();
        String elsewhere = System.getenv(LocalServices.POSTGRES);
        if (elsewhere != null) {
            assertThat(postgres.jdbcUrl("postgres")).isEqualTo(elsewhere);
        }
        try (Connection app = postgres.provisionFresh("shared").connectAsApp();
                Statement statement = app.createStatement()) {
            assertThat(ServicesContract.text(statement, "select current_user")).isEqualTo("kyosei_app");
        }
    }
}
