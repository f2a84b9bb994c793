package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.collection.reminder.TaskReminders;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import org.junit.jupiter.api.Test;

/** The mails of a collection, through a real SMTP server. */
class CollectionMailTest extends ToldCase {
    @Test
    void each_step_tells_whom_it_concerns_and_nobody_else() throws MessagingException, IOException {
        // the demonstration's round has just been opened, and a question of its committee answered
        assertThat(delivered())
                .containsExactlyInAnyOrder(
                        "hiraizumi 実績照会が始まりました（令和5年度）",
                        "ichinoseki 実績照会が始まりました（令和5年度）",
                        // of the departments that nobody holds
                        "secretariat 【宛先なし】実績照会が始まりました（令和5年度）",
                        "iin 意見・質問に回答がありました");
        assertThat(body("実績照会が始まりました")).contains("入力していただく指標（4件）", "・No.9 圏域内の宿泊者数", "/me/mail");

        enter(user(DemonstrationUser.ICHINOSEKI), "9", ICHINOSEKI);
        step(user(DemonstrationUser.ICHINOSEKI), TaskStep.SUBMIT, "9", ICHINOSEKI, "");
        assertThat(delivered()).containsExactly("approver 実績の承認をお願いします（令和5年度）");

        step(user(DemonstrationUser.APPROVER), TaskStep.APPROVE, "9", ICHINOSEKI, "");
        assertThat(delivered()).isEmpty();

        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "9", ICHINOSEKI, "内訳を書いてください。");
        assertThat(delivered()).containsExactly("ichinoseki 実績が差し戻されました（令和5年度）");
        assertThat(body("実績が差し戻されました")).contains("内訳を書いてください。", "No.9 圏域内の宿泊者数");

        enter(user(DemonstrationUser.HIRAIZUMI), "9", HIRAIZUMI);
        step(user(DemonstrationUser.HIRAIZUMI), TaskStep.SUBMIT, "9", HIRAIZUMI, "");
        step(user(DemonstrationUser.SECRETARIAT), TaskStep.CONFIRM, "9", HIRAIZUMI, "");
        assertThat(delivered()).containsExactly("hiraizumi 実績が確定しました（令和5年度）");

        assertThat(backend.bean(TaskReminders.class)
                        .remind(backend.user(DemonstrationUser.SECRETARIAT), PLAN, R5, TaskSelection.ALL)
                        .departments())
                .isPositive();
        assertThat(delivered())
                .hasSize(3)
                .allMatch(mail -> mail.contains("実績が未提出です"))
                .filteredOn(mail -> mail.startsWith("secretariat 【宛先なし】"))
                .hasSize(1);
        // the same day, the same departments: no second letter
        backend.bean(TaskReminders.class)
                .remind(backend.user(DemonstrationUser.SECRETARIAT), PLAN, R5, TaskSelection.ALL);
        assertThat(delivered()).isEmpty();
    }

    /** Who has got which subject since the last look. */
    private static String body(String subject) throws MessagingException, IOException {
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getSubject().startsWith(subject)) {
                return message.getContent().toString();
            }
        }
        throw new AssertionError("no mail about " + subject);
    }
}
