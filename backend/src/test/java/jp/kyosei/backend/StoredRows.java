package jp.kyosei.backend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import jp.kyosei.infra.services.LocalServices;

/** Writes rows as no service would, such as those that an earlier version took. */
public final class StoredRows {
    private StoredRows() {}

    /** @return how many rows were written */
    public static int write(RunningBackend backend, String sql, Object... parameters) {
        String url = backend.database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
