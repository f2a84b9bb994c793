package jp.kyosei.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.accounts.AccountState;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** People and invitations, a line each, with what can be done about them. */
final class PeopleTable {
    private static final String NONE = "—";
    private static final DateTimeFormatter DAY = JapanTime.moments("yyyy/MM/dd");

    private final Actions actions;

    PeopleTable(Actions actions) {
        this.actions = actions;
    }

    /** What is done about a line. */
    interface Actions {
        /** Where the days of roles, several departments and deputies are. */
        String address(Account person);

        void change(Account person);

        void deactivate(Account person);

        void reactivate(Account person);

        void resend(Account invitation);

        void withdraw(Account invitation);
    }

    Component of(List<Account> accounts) {
        HtmlTable table = new HtmlTable("利用者", List.of("氏名", "担当課", "権限", "状態", "操作"));
        table.addClassName("people");
        accounts.forEach(account -> table.row(name(account))
                .text(account.departments().isEmpty() ? NONE : String.join("、", account.departments()))
                .text(account.roles().stream().map(Role::label).collect(Collectors.joining("、")))
                .cell(state(account))
                .cell(buttons(account)));
        return new ScrollingTable(table, "利用者の一覧");
    }

    private static Component name(Account account) {
        Div name = new Div(new Span(account.displayName()));
        name.addClassName("person-name");
        Stream.of(account.mail(), account.username())
                .filter(word -> !word.isEmpty())
                .distinct()
                .forEach(word -> {
                    Span small = new Span(word);
                    small.addClassName("small");
                    name.add(small);
                });
        return name;
    }

    private static Component state(Account account) {
        Span chip = new Span(account.state().label());
        chip.addClassNames("people-state", account.state().name().toLowerCase(Locale.ROOT));
        Div state = new Div(chip);
        if (account.state() == AccountState.SENT) {
            state.add(small(day(account.expiresAt()) + " まで"));
        } else if (account.state() == AccountState.INACTIVE) {
            state.add(small(day(account.since()) + " から"));
        }
        if (!account.trouble().isEmpty()) {
            state.add(small(account.trouble()));
        }
        return state;
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : DAY.format(at);
    }

    private static Span small(String words) {
        Span small = new Span(words);
        small.addClassName("small");
        return small;
    }

    private Component buttons(Account account) {
        Div row = new Div();
        row.addClassName("people-buttons");
        switch (account.state()) {
            case ACTIVE ->
                row.add(
                        button("変える", account, () -> actions.change(account)),
                        page(account),
                        button("利用を止める", account, () -> actions.deactivate(account)));
            case INACTIVE -> row.add(button("利用を再開する", account, () -> actions.reactivate(account)));
            case WAITING, SENT, EXPIRED ->
                row.add(
                        button("もう一度送る", account, () -> actions.resend(account)),
                        button("取り下げる", account, () -> actions.withdraw(account)));
        }
        return row;
    }

    private Component page(Account account) {
        Anchor page = new Anchor(actions.address(account), "期間・兼務・代理");
        page.getElement().setAttribute("aria-label", "期間・兼務・代理：" + account.displayName());
        return page;
    }

    private static Button button(String words, Account account, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("link-button");
        button.setAriaLabel("%s：%s".formatted(words, account.displayName()));
        return button;
    }
}
