package jp.kyosei.ui.people;

import java.util.Map;
import java.util.function.Supplier;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;

/** What an administrator does about people; afterwards the list shows what is there now. */
final class PeopleWork implements PeopleTable.Actions {
    private final AccountService accounts;
    private final InvitationService invitations;
    private final CurrentActor current;
    private final String owner;
    private final Map<String, String> departments;
    private final AskPlace place;
    private Runnable show = () -> {};

    PeopleWork(
            AccountService accounts,
            InvitationService invitations,
            CurrentActor current,
            String owner,
            Map<String, String> departments,
            AskPlace place) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.current = current;
        this.owner = owner;
        this.departments = departments;
        this.place = place;
    }

    /** What shows the list anew. */
    void afterwards(Runnable fill) {
        show = fill;
    }

    void invite() {
        PersonBox.invite(departments, person -> {
                    invitations.invite(current.require(), owner, person);
                    place.say("%s さんへの招待を受け付けました。まもなくメールが届きます。"
                            .formatted(person.displayName().strip()));
                    show.run();
                })
                .askIn(place);
    }

    @Override
    public String address(Account person) {
        return PersonView.address(owner, person.id());
    }

    @Override
    public void change(Account person) {
        PersonBox.change(person, departments, (roles, department) -> {
                    try {
                        accounts.change(current.require(), owner, person.id(), person.version(), roles, department);
                        place.say("%s さんの権限を変えました。次の操作から効きます。".formatted(person.displayName()));
                    } catch (StaleException stale) {
                        place.say("ほかの人が先に変更しました。いまの内容を表示しましたので、確かめてからもう一度行ってください。");
                    }
                    show.run();
                })
                .askIn(place);
    }

    @Override
    public void deactivate(Account person) {
        AskBox.withReason(
                        "%s さんの利用を止めます。すぐに使えなくなり、開いている画面も閉じます。書いたものは、名前とともに残ります。".formatted(person.displayName()),
                        "理由",
                        "利用を止める",
                        reason -> attempt(() -> {
                            accounts.deactivate(current.require(), owner, person.id(), person.version(), reason);
                            return "%s さんの利用を止めました。".formatted(person.displayName());
                        }))
                .askIn(place);
    }

    @Override
    public void reactivate(Account person) {
        AskBox.of(
                        "%s さんの利用を再開します。前に持っていた権限に戻ります。".formatted(person.displayName()),
                        "利用を再開する",
                        () -> attempt(() -> {
                            accounts.reactivate(current.require(), owner, person.id(), person.version());
                            return "%s さんの利用を再開しました。".formatted(person.displayName());
                        }))
                .askIn(place);
    }

    @Override
    public void resend(Account invitation) {
        attempt(() -> {
            invitations.resend(current.require(), owner, invitation.id());
            return "%s さんへの招待を、もう一度送ります。リンクは7日間使えます。".formatted(invitation.displayName());
        });
    }

    @Override
    public void withdraw(Account invitation) {
        AskBox.of(
                        "%s さんへの招待を取り下げます。届いたメールのリンクは使えなくなります。".formatted(invitation.displayName()),
                        "取り下げる",
                        () -> attempt(() -> {
                            invitations.withdraw(current.require(), owner, invitation.id());
                            return "%s さんへの招待を取り下げました。".formatted(invitation.displayName());
                        }))
                .askIn(place);
    }

    private void attempt(Supplier<String> work) {
        place.attempt(work);
        show.run();
    }
}
