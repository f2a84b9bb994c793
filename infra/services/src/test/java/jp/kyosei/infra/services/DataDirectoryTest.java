package jp.kyosei.infra.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void it_is_its_owners_alone_and_names_the_process_while_in_use() throws Exception {
        Path path = folder.resolve("data");
        try (DataDirectory data = DataDirectory.take(path)) {
            data.announce("ready");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(path.resolve("kyosei.pid"))
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
            assertThat(path.resolve("kyosei.ready")).hasContent("ready");
        }
        assertThat(path.resolve("kyosei.pid")).doesNotExist();
        assertThat(path.resolve("kyosei.ready")).doesNotExist();
    }

    @Test
    void a_long_log_is_turned_over_at_the_next_start() throws Exception {
        Path path = folder.resolve("data");
        DataDirectory.take(path).close();
        Files.write(path.resolve("logs/application.log"), new byte[10_000_001]);
        Files.write(path.resolve("logs/keycloak.log"), new byte[10]);
        DataDirectory.take(path).close();
        assertThat(path.resolve("logs/application.log")).doesNotExist();
        assertThat(path.resolve("logs/application.log.1")).hasSize(10_000_001);
        assertThat(path.resolve("logs/keycloak.log")).exists();
    }
}
