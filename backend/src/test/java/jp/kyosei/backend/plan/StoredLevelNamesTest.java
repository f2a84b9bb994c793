package jp.kyosei.backend.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import org.junit.jupiter.api.Test;

class StoredLevelNamesTest {
    private static final String MIGRATION = "db/migration/V35__level_names_and_findings_of_towns.sql";

    @Test
    void a_name_that_was_stored_with_the_gap_of_a_narrow_cell_is_one_word_and_others_stay() throws IOException {
        try (RunningBackend backend = RunningBackend.alone()) {
            assertThat(StoredRows.write(backend, """
                            update kyosei.plan set level_names =
                                array['重点 戦略', E'具体的な　\\n 取組', E'SDGs\\nGoals', 'Key plan', '施策']
                            where slug = 'mine-strategy-2'""")).isEqualTo(1);
            String sql = migration();
            String update = sql.substring(sql.indexOf("update plan"), sql.indexOf(';', sql.indexOf("update plan")));

            assertThat(StoredRows.write(backend, update.replace("update plan", "update kyosei.plan")))
                    .isEqualTo(1);

            assertThat(backend.bean(PlanService.class)
                            .plan(backend.user(DemonstrationUser.MINE), "mine-strategy-2")
                            .content()
                            .plan()
                            .levelNames())
                    .containsExactly("重点戦略", "具体的な取組", "SDGs Goals", "Key plan", "施策");
        }
    }

    private static String migration() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                StoredLevelNamesTest.class.getClassLoader().getResourceAsStream(MIGRATION), MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
