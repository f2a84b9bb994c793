package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
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
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Letters of the demonstration's collection, through a real SMTP server, read one after another. */
abstract class ToldCase {
    static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    static final FiscalYear R5 = new FiscalYear(2023);
    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    static GreenMail server;
    static RunningBackend backend;
    private static final Set<String> READ = new HashSet<>();

    List<MimeMessage> fresh = List.of();

    @BeforeAll
    static void a_backend_with_a_mail_server() {
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        backend = RunningBackend.alone(Map.of(
                "kyosei.mail.host", "127.0.0.1",
                "kyosei.mail.port", server.getSmtp().getPort(),
                "kyosei.mail.from", "kyosei@kyosei.example",
                "kyosei.mail.interval", "24h",
                "kyosei.public-url", "https://kyosei.example.jp/"));
    }

    @AfterAll
    static void stop() {
        backend.close();
        server.stop();
    }

    static Actor user(DemonstrationUser user) {
        return backend.user(user);
    }

    static void enter(Actor actor, String no, MunicipalityCode town) {
        assertThat(backend.bean(EntryService.class)
                        .enter(
                                actor,
                                PLAN,
                                R5,
                                town,
                                List.of(new CellEdit(
                                        no,
                                        new CellEdit.Typed(new TypedCell("100", "", "")),
                                        CellEdit.ANY_VERSION,
                                        ""))))
                .allMatch(
                        outcome -> outcome instanceof EntryOutcome.Saved || outcome instanceof EntryOutcome.Unchanged);
    }

    static void step(Actor actor, TaskStep step, String no, MunicipalityCode town, String comment) {
        assertThat(backend.bean(TaskService.class)
                        .step(actor, PLAN, R5, step, TaskSelection.of(no, town), comment, open -> true)
                        .moved())
                .hasSize(1);
    }

    /** Who has got which subject since the last look. */
    List<String> delivered() throws MessagingException {
        backend.bean(MailDispatcher.class).dispatchNow();
        List<String> told = new ArrayList<>();
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (READ.add(message.getMessageID())) {
                found.add(message);
                told.add(receiver(message) + " " + message.getSubject());
            }
        }
        fresh = found;
        return told;
    }

    static String receiver(MimeMessage message) throws MessagingException {
        String to = message.getAllRecipients()[0].toString();
        return to.substring(0, to.indexOf('@'));
    }
}
