package jp.kyosei.infra.services.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.infra.services.Secrets;
import jp.kyosei.infra.services.ServiceException;

/** {@code infra/operator}: an account at Keycloak, and the person of it that runs the service. */
public final class RegisterOperator {
    private static final String ADDRESSES = "addresses.properties";
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private RegisterOperator() {}

    public static void main(String[] arguments) {
        if (arguments.length != 4 || !arguments[0].equals("--data")) {
            OUT.println("--data DIR NAME MAIL");
            System.exit(2);
        }
        try {
            register(Path.of(arguments[1]), arguments[2].strip(), arguments[3].strip());
        } catch (ServiceException e) {
            OUT.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void register(Path data, String name, String mail) {
        Properties addresses = Addresses.of(data.resolve(ADDRESSES));
        Secrets secrets = Secrets.of(data.resolve("secrets.properties"));
        Keycloak.NewAccount operator = register(
                Keycloak.at(URI.create(addresses.getProperty("keycloak")), secrets),
                Keycloak.REALM,
                addresses.getProperty("database"),
                secrets.owner(),
                name,
                mail);
        if (operator.password().isEmpty()) {
            OUT.printf("""
                    %s さん（%s）を運用担当として登録しました。
                    パスワードを決めるためのリンクを送りました。7日間使えます。
                      %s
                    """, name, mail, addresses.getProperty("application"));
        } else {
            OUT.printf("""
                    %s さん（%s）を運用担当として登録しました。
                    一度だけ使えるパスワードです。はじめてのログインで、新しいパスワードを決めます。
                      画面        %s
                      利用者名    %s
                      パスワード  %s
                    """, name, mail, addresses.getProperty("application"), mail, operator.password());
        }
    }

    /**
     * An operator of the realm and of the database, whatever runs on them.
     *
     * @param owner password of the role that owns the tables
     */
    public static Keycloak.NewAccount register(
            Keycloak keycloak, String realm, String database, String owner, String name, String mail) {
        Keycloak.NewAccount operator = keycloak.registerOperator(realm, name, mail);
        write(database, owner, operator.subject(), name, mail);
        return operator;
    }

    /** By the role that owns the tables, under the policies that hold for it as for the application. */
    private static void write(String database, String owner, String subject, String name, String mail) {
        try (Connection connection = DriverManager.getConnection(database, "kyosei_owner", owner)) {
            connection.setAutoCommit(false);
            UUID person = UUID.randomUUID();
            run(
                    connection,
                    "select set_config('search_path', 'kyosei', true), set_config('app.operator', 'true', true)");
            if (run(connection, """
                            insert into person (id, subject, username, display_name, operator, mail_address)
                            values (?, ?, ?, ?, true, ?) on conflict (subject) do nothing""", person, subject, mail, name, mail) == 1) {
                run(connection, """
                        insert into service_entry (id, at, person_id, person_name, action, subject_kind, subject_id, after)
                        values (?, now(), ?, 'Kyosei（導入）', 'REGISTER_PERSON', 'person', ?, '{"operator": true}')""", UUID.randomUUID(), person, "%s (%s)".formatted(name, mail));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new ServiceException("The operator could not be written down: " + e.getMessage(), e);
        }
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }
}
