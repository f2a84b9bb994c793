package jp.kyosei.infra.services.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import jp.kyosei.infra.services.ServiceException;

/** Where a running copy is reached, for the commands that work on it. */
final class Addresses {
    private Addresses() {}

    static void write(Path file, Map<String, String> addresses) {
        Properties properties = new Properties();
        properties.putAll(addresses);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Where this copy is reached");
        } catch (IOException e) {
            throw new ServiceException("Cannot write " + file, e);
        }
    }

    static Properties of(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new ServiceException("Nothing runs here; infra/run starts it. 先に infra/run で起動してください。", e);
        }
    }
}
