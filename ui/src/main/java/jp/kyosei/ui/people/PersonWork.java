package jp.kyosei.ui.people;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.people.RoleTerms;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** What an administrator does about the roles of one person; afterwards the screen shows what is there now. */
final class PersonWork {
    private static final String WHOLE = "";

    private final PersonDesk desk;
    private final OwnerId owner;
    private final PersonId person;
    private final String name;
    private final AskPlace place;
    private Runnable show = () -> {};

    PersonWork(PersonDesk desk, OwnerId owner, PersonId person, String name, AskPlace place) {
        this.desk = desk;
        this.owner = owner;
        this.person = person;
        this.name = name;
        this.place = place;
    }

    /** What shows the roles anew. */
    void afterwards(Runnable shown) {
        show = shown;
    }

    void give() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            labels.put(role.name(), role.label());
        }
        PlainSelect role = new PlainSelect("権限", labels);
        role.hint(RoleWords.of(Role.valueOf(role.getValue())));
        role.addValueChangeListener(change -> role.hint(RoleWords.of(Role.valueOf(change.getValue()))));
        Map<String, String> places = new LinkedHashMap<>();
        places.put(WHOLE, "決めない（団体全体）");
        places.putAll(desk.departments(owner));
        PlainSelect department = new PlainSelect("担当課", places).hint("兼務は、課を変えてもう一度加えます。委員と団体管理者の権限は、団体全体のものです。");
        DateBox from = new DateBox("始まる日").hint("空ならば、今日から");
        DateBox until = new DateBox("終わる日").hint("空ならば、期限なし");
        ask(
                "%s さんに権限を加えます。".formatted(name),
                "加える",
                () -> {
                    Role given = Role.valueOf(role.getValue());
                    boolean ofWhole = given == Role.COMMITTEE || given == Role.ADMIN;
                    desk.give(
                            owner,
                            person,
                            new RoleTerms(
                                    given,
                                    ofWhole ? null : PersonDesk.department(department.getValue()),
                                    day(from),
                                    day(until)));
                    return "権限を加えました。";
                },
                role,
                department,
                from,
                until);
    }

    void standIn() {
        Map<String, String> others = new LinkedHashMap<>();
        desk.roles(owner).stream()
                .filter(role -> !role.person().equals(person))
                .forEach(role -> others.putIfAbsent(
                        role.person().value().toString(), "%s（%s）".formatted(role.displayName(), role.username())));
        if (others.isEmpty()) {
            place.say("代理を頼める人が、まだいません。先に利用者を招待してください。");
            return;
        }
        PlainSelect deputy = new PlainSelect("代理する人", others);
        DateBox from = new DateBox("始まる日", desk.today());
        DateBox until = new DateBox("終わる日").hint("この日まで");
        ask(
                "%s さんの権限を、期間を決めてほかの人にも持たせます。本人の権限は、そのままです。".formatted(name),
                "代理を決める",
                () -> {
                    LocalDate first = day(from);
                    LocalDate last = day(until);
                    if (first == null || last == null) {
                        throw new RefusedException("代理の始まる日と終わる日を入れてください。");
                    }
                    desk.standIn(owner, new PersonId(UUID.fromString(deputy.getValue())), person, first, last);
                    return "%s さんの代理を決めました。".formatted(name);
                },
                deputy,
                from,
                until);
    }

    void limit(GivenRole role) {
        DateBox until = new DateBox("終わる日").hint(role.isDeputy() ? "この日まで" : "この日まで。空にすると、期限なし");
        until.setValue(role.until());
        ask(
                "「%s」の終わる日を決めます。".formatted(PersonRoles.words(role)),
                "決める",
                () -> {
                    LocalDate last = day(until);
                    desk.limit(owner, role.id(), last);
                    return last == null ? "期限なしにしました。" : "%sまでにしました。".formatted(JapaneseDay.date(last));
                },
                until);
    }

    void take(GivenRole role) {
        AskBox.of(
                        "%s さんの「%s」を外します。次の操作から効きます。".formatted(role.displayName(), PersonRoles.words(role)),
                        "外す",
                        () -> attempt(() -> {
                            desk.take(owner, role.id());
                            return "権限を外しました。";
                        }))
                .askIn(place);
    }

    private static @Nullable LocalDate day(DateBox box) {
        if (box.isUnreadable()) {
            throw new RefusedException("「%s」を、2027/4/1 や R9.4.1 のように、年・月・日まで入力してください。".formatted(box.getLabel()));
        }
        return box.getValue();
    }

    private void ask(String question, String yes, Supplier<String> work, Component... fields) {
        AskBox.withFields(question, yes, () -> attempt(work), fields).askIn(place);
    }

    private void attempt(Supplier<String> work) {
        place.attempt(work);
        if (!place.isAsking()) {
            show.run();
        }
    }
}
