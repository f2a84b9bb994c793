package jp.kyosei.backend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import jp.kyosei.infra.services.LocalServices;

/** Writes rows as no service would, such as those that an earlier version took. */
public final class StoredRows {
    private StoredRows() {}

    /** @return how many rows were written */
    public static int write(RunningBackend backend, String sql, Object... parameters) {
        String url = backend.database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                Statement setting = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            // Without the triggers that hold what is written today.
            setting.execute("set session_replication_role = replica");
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
