package jp.kyosei.infra.services.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
    @Test
    void the_other_ports_follow_the_applications() {
        RunOptions options = RunOptions.parse(List.of("--port", "9000", "--data", "/srv/kyosei", "--", "java", "Main"));
        assertThat(options.ports()).containsExactly(9000, 9001, 9002, 9003);
        assertThat(options.data()).hasToString("/srv/kyosei");
        assertThat(options.publicUrl()).hasToString("http://localhost:9000");
        assertThat(options.application()).containsExactly("java", "Main");
    }

    @Test
    void the_port_is_8080_unless_told() {
        assertThat(RunOptions.parse(List.of("--", "java")).ports()).containsExactly(8080, 8081, 8082, 8083);
    }

    @Test
    void mistakes_are_told() {
        assertThatThrownBy(() -> RunOptions.parse(List.of("--port", "80a", "--", "java")))
                .hasMessageContaining("--port needs a number, not 80a");
        assertThatThrownBy(() -> RunOptions.parse(List.of("--port"))).hasMessageContaining("--port needs a value");
        assertThatThrownBy(() -> RunOptions.parse(List.of("--wat", "--", "java")))
                .hasMessageContaining("Unknown option --wat");
        assertThatThrownBy(() -> RunOptions.parse(List.of("--port", "8080")))
                .hasMessageContaining("command line is missing");
        assertThatThrownBy(() -> RunOptions.parse(List.of("--port", "70000", "--", "java")))
                .hasMessageContaining("from 1 to 65000");
    }
}
