package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.reminder.TaskReminders;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.mail.MailDispatcher;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The mails of a collection, through a real SMTP server. */
class CollectionMailTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final ServerSetup SMTP = ServerSetupTest.SMTP.dynamicPort();

    private static final GreenMail MAIL = new GreenMail(SMTP);
    private static RunningBackend backend;
    private static final Set<String> READ = new HashSet<>();

    @BeforeAll
    static void a_backend_with_a_mail_server() {
        MAIL.start();
        backend = RunningBackend.alone(Map.of(
                "kyosei.mail.host", "127.0.0.1",
                "kyosei.mail.port", MAIL.getSmtp().getPort(),
                "kyosei.mail.from", "kyosei@kyosei.example",
                "kyosei.mail.interval", "24h",
                "kyosei.public-url", "https://kyosei.example.jp/"));
    }

    @AfterAll
    static void stop() {
        backend.close();
        MAIL.stop();
    }

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

        enter(DemonstrationUser.ICHINOSEKI, "9", ICHINOSEKI);
        step(DemonstrationUser.ICHINOSEKI, TaskStep.SUBMIT, "9", ICHINOSEKI, "");
        assertThat(delivered()).containsExactly("approver 実績の承認をお願いします（令和5年度）");

        step(DemonstrationUser.APPROVER, TaskStep.APPROVE, "9", ICHINOSEKI, "");
        assertThat(delivered()).isEmpty();

        step(DemonstrationUser.SECRETARIAT, TaskStep.RETURN, "9", ICHINOSEKI, "内訳を書いてください。");
        assertThat(delivered()).containsExactly("ichinoseki 実績が差し戻されました（令和5年度）");
        assertThat(body("実績が差し戻されました")).contains("内訳を書いてください。", "No.9 圏域内の宿泊者数");

        enter(DemonstrationUser.HIRAIZUMI, "9", HIRAIZUMI);
        step(DemonstrationUser.HIRAIZUMI, TaskStep.SUBMIT, "9", HIRAIZUMI, "");
        step(DemonstrationUser.SECRETARIAT, TaskStep.CONFIRM, "9", HIRAIZUMI, "");
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

    private static void enter(DemonstrationUser user, String no, MunicipalityCode town) {
        assertThat(backend.bean(EntryService.class)
                        .enter(
                                backend.user(user),
                                PLAN,
                                R5,
                                town,
                                List.of(new CellEdit(
                                        no,
                                        new CellEdit.Typed(new TypedCell("100", "", "")),
                                        CellEdit.ANY_VERSION,
                                        ""))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }

    private static void step(DemonstrationUser user, TaskStep step, String no, MunicipalityCode town, String comment) {
        assertThat(backend.bean(TaskService.class)
                        .step(backend.user(user), PLAN, R5, step, TaskSelection.of(no, town), comment)
                        .moved())
                .hasSize(1);
    }

    /** Who has got which subject since the last look. */
    private static List<String> delivered() throws MessagingException {
        int sent = backend.bean(MailDispatcher.class).dispatchNow();
        List<String> fresh = new ArrayList<>();
        for (MimeMessage message : MAIL.getReceivedMessages()) {
            if (READ.add(message.getMessageID())) {
                String to = message.getAllRecipients()[0].toString();
                fresh.add(to.substring(0, to.indexOf('@')) + " " + message.getSubject());
            }
        }
        assertThat(fresh).hasSize(sent);
        return fresh;
    }

    private static String body(String subject) throws MessagingException, IOException {
        for (MimeMessage message : MAIL.getReceivedMessages()) {
            if (message.getSubject().startsWith(subject)) {
                return message.getContent().toString();
            }
        }
        throw new AssertionError("no mail about " + subject);
    }
}
