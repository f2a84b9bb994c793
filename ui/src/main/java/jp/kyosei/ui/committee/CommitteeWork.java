package jp.kyosei.ui.committee;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import org.jspecify.annotations.Nullable;

/** What is done about the 名簿; afterwards the screen shows what is there now. */
final class CommitteeWork {
    private final CommitteeDesk desk;
    private final Owner owner;
    private final AskPlace place;
    private Runnable show = () -> {};
    private @Nullable MemberId moved;

    CommitteeWork(CommitteeDesk desk, Owner owner, AskPlace place) {
        this.desk = desk;
        this.owner = owner;
        this.place = place;
    }

    /** What shows the list anew. */
    void afterwards(Runnable shown) {
        show = shown;
    }

    /** Who was moved just now, once. */
    Optional<MemberId> moved() {
        Optional<MemberId> found = Optional.ofNullable(moved);
        moved = null;
        return found;
    }

    void add() {
        MemberForm form = new MemberForm(desk.accounts(owner), null);
        ask(
                "委員を名簿の終わりに加えます。",
                "加える",
                () -> {
                    desk.add(owner, form.entry());
                    return "%s さんを加えました。".formatted(form.entry().name().strip());
                },
                form.fields());
    }

    void change(CommitteeMember member) {
        MemberForm form = new MemberForm(desk.accounts(owner), member);
        ask(
                "%s さんについて、名簿に書くことを変えます。".formatted(member.name()),
                "変える",
                () -> {
                    desk.change(owner, member, form.entry());
                    return "%s さんについて変えました。".formatted(form.entry().name().strip());
                },
                form.fields());
    }

    void invite(CommitteeMember member) {
        LineBox mail = new LineBox("メールアドレス").of(TextKind.NAME);
        mail.setHelperText("このアドレスに、パスワードを決めるためのリンクを送ります。リンクは7日間使えます。");
        ask(
                "%s さんを、懇談会委員として招待します。".formatted(member.name()),
                "招待する",
                () -> {
                    desk.invite(owner, member, mail.getValue());
                    return "%s さんへの招待を受け付けました。まもなくメールが届きます。".formatted(member.name());
                },
                mail);
    }

    void remove(CommitteeMember member) {
        AskBox.of(
                        "%s さんを名簿から除きます。間違えて加えたときだけ使います。任期を終えた委員は、「変える」で任期の終わる日を入れてください。".formatted(member.name()),
                        "名簿から除く",
                        () -> attempt(() -> {
                            desk.remove(owner, member);
                            return "%s さんを名簿から除きました。".formatted(member.name());
                        }))
                .askIn(place);
    }

    void order(List<MemberId> order, MemberId who) {
        moved = who;
        attempt(() -> {
            desk.order(owner, order);
            return "順を変えました。";
        });
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
