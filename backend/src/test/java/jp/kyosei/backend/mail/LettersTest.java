package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters on their way: servers that are down, addresses that do not exist, texts that are no subject. */
class LettersTest extends MailCase {
    @Test
    void while_the_server_is_down_nothing_is_lost_and_all_is_sent_when_it_is_back() throws SQLException {
        smtp.stop();
        post(notice(contributorsOf(HIRAIZUMI, null)), notice(contributorsOf(ICHINOSEKI, null)));
        assertThat(dispatcher.dispatchNow()).isZero();
        assertThat(asSuperuser("""
                        select state || ' ' || attempts || ' ' || (last_error is not null) from kyosei.letter
                        order by attempts""")).containsExactly("WAITING 0 false", "WAITING 1 true");

        smtp = smtp();
        smtp.start();
        assertThat(dispatcher.dispatchNow()).as("the one not tried yet").isEqualTo(1);
        assertThat(dispatcher.dispatchNow()).as("the other, not due yet").isZero();
        makeDue();
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(receivers()).containsExactlyInAnyOrder("hiraizumi@kyosei.example", "ichinoseki@kyosei.example");
    }

    @Test
    void a_letter_that_cannot_be_sent_is_tried_eight_times_at_growing_intervals_and_then_has_failed()
            throws SQLException {
        smtp.stop();
        post(notice(contributorsOf(HIRAIZUMI, null)));
        List<String> states = new ArrayList<>();
        for (int attempt = 1; attempt <= 9; attempt++) {
            makeDue();
            assertThat(dispatcher.dispatchNow()).isZero();
            states.addAll(asSuperuser("""
                    select state || ' ' || attempts || ' '
                        || round(extract(epoch from next_attempt_at - now()) / 60)
                    from kyosei.letter"""));
        }
        assertThat(states)
                .startsWith(
                        "WAITING 1 1",
                        "WAITING 2 5",
                        "WAITING 3 30",
                        "WAITING 4 120",
                        "WAITING 5 480",
                        "WAITING 6 1440",
                        "WAITING 7 2880")
                .element(7)
                .asString()
                .startsWith("FAILED 8");
        assertThat(states.getLast()).startsWith("FAILED 8");
    }

    @Test
    void a_person_without_an_address_holds_nobody_else_up() throws SQLException {
        Actor operator = backend.user(DemonstrationUser.OPERATOR);
        PersonId approver = backend.user(DemonstrationUser.APPROVER).person();
        people.setMailAddress(operator, approver, "");
        try {
            post(notice(new Addressees.OfTown(ICHINOSEKI, null, Set.of(Role.CONTRIBUTOR, Role.APPROVER))));
            dispatcher.dispatchNow();
        } finally {
            people.setMailAddress(operator, approver, "approver@kyosei.example");
        }
        assertThat(receivers()).containsExactly("ichinoseki@kyosei.example");
        assertThat(asSuperuser("select last_error from kyosei.letter where state = 'FAILED'"))
                .containsExactly("the person has no mail address");
    }

    @Test
    void several_dispatchers_at_once_send_each_letter_once() throws Exception {
        List<Notice> notices = IntStream.range(0, 30)
                .mapToObj(number ->
                        notice(new Addressees.OfTown(ICHINOSEKI, null, Set.of(Role.CONTRIBUTOR, Role.APPROVER))))
                .toList();
        post(notices.toArray(Notice[]::new));
        Callable<Integer> dispatch = () -> new MailDispatcher(
                        backend.bean(Expanding.class),
                        backend.bean(Outbox.class),
                        door,
                        backend.bean(MailSettings.class),
                        backend.bean(Clock.class))
                .dispatchNow();
        int sent = 0;
        int busy = 0;
        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> done : processes.invokeAll(List.of(dispatch, dispatch, dispatch, dispatch))) {
                sent += done.get();
                busy += done.get() > 0 ? 1 : 0;
            }
        }
        assertThat(sent).isEqualTo(60);
        assertThat(busy).as("dispatchers that had something to do").isGreaterThan(1);
        assertThat(smtp.getReceivedMessages()).hasSize(60);
        assertThat(Arrays.stream(smtp.getReceivedMessages())
                        .map(LettersTest::messageId)
                        .distinct())
                .hasSize(60);
    }

    @Test
    void a_letter_whose_process_died_is_sent_again_after_five_minutes_with_the_same_id() throws SQLException {
        post(notice(contributorsOf(HIRAIZUMI, null)));
        dispatcher.dispatchNow();
        // As it is found if the process died between the server's yes and our mark.
        asSuperuser("update kyosei.letter set state = 'SENDING', sent_at = null, "
                + "next_attempt_at = now() + interval '5 minutes'");
        assertThat(dispatcher.dispatchNow()).isZero();
        makeDue();
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(Arrays.stream(smtp.getReceivedMessages()).map(LettersTest::messageId))
                .hasSize(2)
                .allMatch(messageId(smtp.getReceivedMessages()[0])::equals);
    }

    @Test
    void japanese_subject_and_body_arrive_as_written() throws MessagingException, IOException {
        String subject = "【共生ビジョン】令和４年度 実績照会の開始（髙橋・①・𠮷野）";
        String body = "平泉町 観光商工課 御中\n\n令和４年度の実績を入力してください。\n〜 期限 ６月30日 〜";
        post(new Notice(MailKind.ROUND_OPENED, contributorsOf(HIRAIZUMI, null), subject, body, null, "japanese"));
        dispatcher.dispatchNow();
        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(subject);
        assertThat(received.getContent().toString().replace("\r\n", "\n"))
                .startsWith(body)
                .contains("https://kyosei.example.jp/me/mail");
        assertThat(received.getFrom()[0])
                .hasToString("=?UTF-8?B?5YWx55Sf44OT44K444On44Oz5LqL5YuZ5bGA?= <kyosei@kyosei.example>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"件名\nBcc: all@kyosei.example", "件名\r\n\r\n本文", "件名\r", "件名\u2028二行目", "件名\u0085", "件名\t"})
    void line_breaks_in_a_subject_are_refused(String subject) {
        assertThatThrownBy(() ->
                        new Notice(MailKind.REMINDER, contributorsOf(HIRAIZUMI, null), subject, "本文", null, "key"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b@c.example",
                "a.example",
                "a@kyosei.example, b@kyosei.example",
                "a@kyosei.example\nBcc: b@kyosei.example",
                "一関 <a@kyosei.example>",
                "@kyosei.example"
            })
    void what_is_no_plain_address_is_refused(String address) {
        Actor hiraizumi = backend.user(DemonstrationUser.HIRAIZUMI);
        assertThatThrownBy(() -> people.setMailAddress(hiraizumi, hiraizumi.person(), address))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(people.mailAddress(hiraizumi)).contains("hiraizumi@kyosei.example");
    }

    private static void makeDue() throws SQLException {
        asSuperuser("update kyosei.letter set next_attempt_at = now()");
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
