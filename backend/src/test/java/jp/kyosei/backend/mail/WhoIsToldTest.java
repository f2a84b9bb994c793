package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.collection.reminder.Reminded;
import jp.kyosei.backend.collection.reminder.TaskReminders;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every notice reaches the department that it concerns and never nobody, through a real SMTP server. */
class WhoIsToldTest extends ToldCase {
    private static final String RETURNED = "実績が差し戻されました（令和5年度）";

    private final TaskService tasks = backend.bean(TaskService.class);

    @BeforeEach
    void nothing_waits() throws Exception {
        delivered();
        sql("update kyosei.notice set expanded_at = expanded_at - interval '1 day'");
        sql("update kyosei.notice set once_key = once_key || '/' || id where kind = 'REMINDER'");
    }

    @Test
    void a_return_goes_to_the_department_and_to_who_submitted_only_while_still_in_it() throws Exception {
        PersonId left = person("kanko-former");
        give("ichinoseki", left, Role.CONTRIBUTOR, "kanko");
        enter(actor("kanko-former"), "11", ICHINOSEKI);
        step(actor("kanko-former"), TaskStep.SUBMIT, "11", ICHINOSEKI, "");
        step(user(DemonstrationUser.APPROVER), TaskStep.APPROVE, "11", ICHINOSEKI, "");
        delivered();

        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "11", ICHINOSEKI, "内訳を書いてください。");
        assertThat(delivered()).containsExactlyInAnyOrder("ichinoseki " + RETURNED, "kanko-former " + RETURNED);

        step(actor("kanko-former"), TaskStep.SUBMIT, "11", ICHINOSEKI, "");
        step(user(DemonstrationUser.APPROVER), TaskStep.APPROVE, "11", ICHINOSEKI, "");
        delivered();
        later();
        delivered();
        take("ichinoseki", left, Role.CONTRIBUTOR);
        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "11", ICHINOSEKI, "もう一度見てください。");
        assertThat(delivered()).containsExactly("ichinoseki " + RETURNED);
    }

    @Test
    void a_superior_who_submitted_hears_of_the_return_beside_the_contributors() throws Exception {
        enter(user(DemonstrationUser.APPROVER), "13", ICHINOSEKI);
        step(user(DemonstrationUser.APPROVER), TaskStep.SUBMIT, "13", ICHINOSEKI, "");
        delivered();
        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "13", ICHINOSEKI, "根拠を書いてください。");
        assertThat(delivered()).containsExactlyInAnyOrder("ichinoseki " + RETURNED, "approver " + RETURNED);
    }

    @Test
    void where_nobody_holds_a_department_the_secretariat_is_told_which_and_what() throws Exception {
        enter(user(DemonstrationUser.SECRETARIAT), "1", ICHINOSEKI);
        step(user(DemonstrationUser.SECRETARIAT), TaskStep.SUBMIT, "1", ICHINOSEKI, "");
        assertThat(delivered()).containsExactly("secretariat 【宛先なし】実績の承認をお願いします（令和5年度）");
        assertThat(text()).contains("・一関市 健康づくり課（所属長）", "■ 一関市 健康づくり課（所属長）　承認を待っている指標（1件）", "・No.1 ");

        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "1", ICHINOSEKI, "出典を書いてください。");
        assertThat(delivered()).containsExactly("secretariat 【宛先なし】" + RETURNED);
        assertThat(text()).contains("登録されている人がいないか、メールの宛先がないため", "・一関市 健康づくり課（担当者）", "出典を書いてください。");
    }

    @Test
    void whoever_has_no_address_cannot_be_told_and_the_secretariat_is() throws Exception {
        PeopleService people = backend.bean(PeopleService.class);
        Actor operator = user(DemonstrationUser.OPERATOR);
        PersonId only = user(DemonstrationUser.HIRAIZUMI).person();
        enter(user(DemonstrationUser.HIRAIZUMI), "9", HIRAIZUMI);
        step(user(DemonstrationUser.HIRAIZUMI), TaskStep.SUBMIT, "9", HIRAIZUMI, "");
        people.setMailAddress(operator, only, "");
        try {
            step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "9", HIRAIZUMI, "見直してください。");
            assertThat(delivered()).containsExactly("secretariat 【宛先なし】" + RETURNED);
            Reminded reminded = remind(TaskSelection.of("9", HIRAIZUMI));
            assertThat(reminded.nobody()).hasSize(1);
            assertThat(reminded.departments()).isZero();
            assertThat(delivered()).hasSize(1).allMatch(mail -> mail.startsWith("secretariat 【宛先なし】実績が未提出です"));
        } finally {
            people.setMailAddress(operator, only, "hiraizumi@kyosei.example");
        }
    }

    @Test
    void single_submissions_become_one_letter_and_one_in_a_quarter_of_an_hour() throws Exception {
        for (String no : List.of("9", "10", "13")) {
            enter(user(DemonstrationUser.ICHINOSEKI), no, ICHINOSEKI);
            step(user(DemonstrationUser.ICHINOSEKI), TaskStep.SUBMIT, no, ICHINOSEKI, "");
            if (no.equals("10")) {
                assertThat(atOnce(4)).as("letters of four processes").isEqualTo(1);
            }
        }
        assertThat(delivered()).containsExactly("approver 実績の承認をお願いします（令和5年度）");
        assertThat(text()).contains("承認を待っている指標（2件）", "・No.9 ", "・No.10 ").doesNotContain("No.13 ");
        sql("update kyosei.notice set expanded_at = expanded_at - interval '14 minutes'");
        assertThat(delivered()).isEmpty();
        sql("update kyosei.notice set expanded_at = expanded_at - interval '2 minutes'");
        assertThat(delivered()).containsExactly("approver 実績の承認をお願いします（令和5年度）");
        assertThat(text()).contains("承認を待っている指標（1件）", "・No.13 ");

        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "9", ICHINOSEKI, "内訳を書いてください。");
        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "10", ICHINOSEKI, "出典を書いてください。");
        step(user(DemonstrationUser.SECRETARIAT), TaskStep.RETURN, "13", ICHINOSEKI, "出典を書いてください。");
        assertThat(delivered()).containsExactly("ichinoseki " + RETURNED);
        assertThat(text())
                .containsSubsequence("内訳を書いてください。", "（1件）", "No.9 ", "出典を書いてください。", "（2件）", "No.10 ", "No.13 ");
    }

    @Test
    void a_reminder_says_honestly_how_many_departments_and_people_it_reaches() throws Exception {
        Reminded first = remind(new TaskSelection(Set.of(), Set.of(ICHINOSEKI)));
        assertThat(first.departments()).isEqualTo(1);
        assertThat(first.people()).isEqualTo(1);
        assertThat(first.already()).isEmpty();
        assertThat(first.nobody()).hasSizeGreaterThan(5);
        List<String> sent = delivered();
        assertThat(sent).hasSize(2).anyMatch(mail -> mail.startsWith("ichinoseki 実績が未提出です"));
        assertThat(sent).anyMatch(mail -> mail.startsWith("secretariat 【宛先なし】実績が未提出です"));

        backend.bean(MailService.class).choose(user(DemonstrationUser.HIRAIZUMI), MailKind.REMINDER, false);
        try {
            Reminded again = remind(TaskSelection.ALL);
            assertThat(again.already()).hasSize(1 + first.nobody().size());
            assertThat(again.departments()).isZero();
            assertThat(again.switchedOff()).hasSize(1);
            assertThat(again.nobody()).isNotEmpty();
            assertThat(delivered()).allMatch(mail -> mail.startsWith("secretariat 【宛先なし】"));
            assertThat(remind(TaskSelection.ALL).already())
                    .hasSize(again.already().size()
                            + again.switchedOff().size()
                            + again.nobody().size());
            assertThat(delivered()).isEmpty();
        } finally {
            backend.bean(MailService.class).choose(user(DemonstrationUser.HIRAIZUMI), MailKind.REMINDER, true);
        }
    }

    @Test
    void a_department_alone_is_reminded_of_all_that_it_has_not_answered() throws Exception {
        TaskSelection tourism = new TaskSelection(Set.of(), Set.of(ICHINOSEKI)).inDepartments(Set.of("観光物産課"));
        Reminded reminded = remind(tourism);
        assertThat(reminded.departments()).isEqualTo(1);
        assertThat(delivered()).hasSize(1).allMatch(mail -> mail.startsWith("ichinoseki 実績が未提出です"));
    }

    @Test
    void a_reminder_and_the_news_of_an_extension_name_the_towns_own_day() throws Exception {
        LocalDate day = LocalDate.now(backend.bean(Clock.class)).plusDays(200);
        String words = "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        tasks.extend(
                user(DemonstrationUser.SECRETARIAT),
                PLAN,
                R5,
                day,
                new TaskSelection(Set.of(), Set.of(HIRAIZUMI)),
                "水害への対応のため");
        List<String> told = delivered();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "hiraizumi 実績照会の期限が%sになりました（令和5年度）".formatted(words),
                        "secretariat 【宛先なし】実績照会の期限が%sになりました（令和5年度）".formatted(words));
        assertThat(textTo("hiraizumi")).contains("新しい期限：" + words, "理由：水害への対応のため");

        remind(new TaskSelection(Set.of(), Set.of(HIRAIZUMI)));
        assertThat(delivered()).contains("hiraizumi 実績が未提出です（令和5年度、期限 %s）".formatted(words));
        assertThat(textTo("hiraizumi")).contains("期限：" + words);
    }

    @Test
    void a_meeting_that_is_moved_or_called_off_is_told_to_committee_and_secretariat() throws Exception {
        MeetingService meetings = backend.bean(MeetingService.class);
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        LocalDate day = LocalDate.now(backend.bean(Clock.class)).plusDays(30);
        Meeting planned = meetings.plan(secretariat, PLAN, meeting(day, "市役所"));
        Meeting renamed = meetings.change(secretariat, planned.id(), planned.version(), meeting(day, "市役所"));
        assertThat(delivered()).isEmpty();

        Meeting moved =
                meetings.change(secretariat, planned.id(), renamed.version(), meeting(day.plusDays(7), "平泉町役場"));
        assertThat(delivered())
                .containsExactlyInAnyOrder("iin 懇談会の予定が変わりました（臨時の懇談会）", "secretariat 懇談会の予定が変わりました（臨時の懇談会）");
        assertThat(text()).contains("開催日：", "場所：平泉町役場（変更前 市役所）");

        meetings.cancel(secretariat, planned.id(), moved.version(), "大雪のため");
        assertThat(delivered())
                .containsExactlyInAnyOrder("iin 懇談会が中止になりました（臨時の懇談会）", "secretariat 懇談会が中止になりました（臨時の懇談会）");
        assertThat(text()).contains("理由：大雪のため");
    }

    private static MeetingPlan meeting(LocalDate day, String place) {
        return new MeetingPlan(R5, "臨時の懇談会", day, null, null, place, null, null, List.of(), List.of(), List.of());
    }

    private static Reminded remind(TaskSelection selection) {
        return backend.bean(TaskReminders.class).remind(user(DemonstrationUser.SECRETARIAT), PLAN, R5, selection);
    }

    private static Actor actor(String subject) {
        return backend.bean(IdentityService.class).actorOf(subject).orElseThrow();
    }

    private static PersonId person(String username) {
        Actor operator = user(DemonstrationUser.OPERATOR);
        PeopleService people = backend.bean(PeopleService.class);
        PersonId person = people.register(operator, username, username, username, false);
        people.setMailAddress(operator, person, username + "@kyosei.example");
        return person;
    }

    private static void give(String owner, PersonId person, Role role, String department) throws SQLException {
        sql("""
                insert into kyosei.role_grant (person_id, owner_id, role, department_id)
                select '%s', o.id, '%s', d.id from kyosei.owner o join kyosei.department d on d.owner_id = o.id
                where o.slug = '%s' and d.code = '%s'""".formatted(person.value(), role, owner, department));
    }

    private static void take(String owner, PersonId person, Role role) {
        Actor operator = user(DemonstrationUser.OPERATOR);
        OwnerId id = backend.bean(OwnerService.class).find(operator, owner).orElseThrow();
        backend.bean(PeopleService.class).takeRole(operator, id, person, role);
    }

    /** A quarter of an hour goes by. */
    private static void later() throws SQLException {
        sql("update kyosei.notice set expanded_at = expanded_at - interval '15 minutes'");
    }

    private static int atOnce(int processes) throws Exception {
        Callable<Integer> dispatch = () -> backend.bean(MailDispatcher.class).dispatchNow();
        int sent = 0;
        try (ExecutorService dispatchers = Executors.newFixedThreadPool(processes)) {
            for (Future<Integer> done : dispatchers.invokeAll(List.of(dispatch, dispatch, dispatch, dispatch))) {
                sent += done.get();
            }
        }
        return sent;
    }

    private String text() throws MessagingException, IOException {
        return fresh.getFirst().getContent().toString().replace("\r\n", "\n");
    }

    private String textTo(String receiver) throws MessagingException, IOException {
        for (MimeMessage message : fresh) {
            if (receiver(message).equals(receiver)) {
                return message.getContent().toString();
            }
        }
        throw new AssertionError("no mail to " + receiver);
    }

    /** Past row-level security. */
    private static void sql(String change) throws SQLException {
        String url = backend.database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
    }
}
