package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import jp.kyosei.backend.RunningBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that a narrow cell broke into lines is one line, where it comes in and where it is stored already. */
class NamesOnOneLineTest {
    @ParameterizedTest
    @CsvSource({
        "'重点\n戦略', 重点戦略",
        "'重点 \r\n　戦略', 重点戦略",
        "'圏域内の\n宿泊者数\n（年間）', 圏域内の宿泊者数（年間）",
        "'Wi-Fi\n設置数', Wi-Fi 設置数",
        "'Wi-Fi\nspots', Wi-Fi spots",
        "'一関　平泉', 一関　平泉",
        "'一\n二\n三', 一二三",
        "'𠮷\n野', 𠮷野"
    })
    void the_database_joins_what_it_holds_as_the_product_joins_what_comes_in(String broken, String joined)
            throws SQLException {
        assertThat(TextKind.PLAN_WORDS.read(broken)).isEqualTo(new TextReading.Good(joined));
        try (Connection connection = RunningBackend.get().database().connectAsOwner();
                PreparedStatement statement = connection.prepareStatement("select kyosei.one_line(?)")) {
            statement.setString(1, broken);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                assertThat(found.getString(1)).isEqualTo(joined);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"section", "initiative"})
    void a_title_of_two_lines_is_stored_by_no_way(String table) throws SQLException {
        try (Connection connection = RunningBackend.get().database().connectAsOwner();
                Statement statement = connection.createStatement()) {
            // Rolled back: the table is as it was for whoever else uses this database.
            connection.setAutoCommit(false);
            statement.execute("alter table kyosei.%s no force row level security".formatted(table));
            statement.execute("alter table kyosei.%s disable trigger user".formatted(table));
            assertThatThrownBy(() -> statement.executeUpdate("update kyosei.%s set title = E'a\\nb'".formatted(table)))
                    .hasMessageContaining(table + "_title_is_one_line");
            connection.rollback();
        }
    }
}
