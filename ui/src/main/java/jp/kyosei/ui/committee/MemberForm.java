package jp.kyosei.ui.committee;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.MemberEntry;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** What the 名簿 says of a member. */
final class MemberForm {
    private static final String ON_PAPER = "";

    private final LineBox name = new LineBox("氏名").of(TextKind.NAME);
    private final LineBox affiliation = new LineBox("所属").of(TextKind.NAME);
    private final LineBox office = new LineBox("役職").of(TextKind.NAME);
    private final DateBox from = new DateBox("任期の始まる日").hint("空ならば、以前から");
    private final DateBox until = new DateBox("任期の終わる日").hint("空ならば、定めなし");
    private final LineBox remark = new LineBox("備考").of(TextKind.NAME);
    private final PlainSelect login;

    /**
     * Makes one.
     *
     * @param accounts with which members may log in
     * @param member who is there already; none for somebody new
     */
    MemberForm(Map<PersonId, String> accounts, @Nullable CommitteeMember member) {
        office.setPlaceholder("会長、副会長、委員など");
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(ON_PAPER, "なし（書面の委員）");
        accounts.forEach((person, words) -> choices.put(person.value().toString(), words));
        login = new PlainSelect("ログイン", choices)
                .hint(accounts.isEmpty() ? "加えたあとに、名簿から招待できます。" : "懇談会委員の権限を持つ利用者から選びます。まだいない人は、加えたあとに名簿から招待できます。");
        if (member != null) {
            name.setValue(member.name());
            affiliation.setValue(member.affiliation());
            office.setValue(member.office());
            from.setValue(member.from());
            until.setValue(member.until());
            remark.setValue(member.remark());
            Optional.ofNullable(member.person())
                    .map(person -> person.value().toString())
                    .filter(choices::containsKey)
                    .ifPresent(login::setValue);
        }
    }

    Component[] fields() {
        return new Component[] {name, affiliation, office, from, until, remark, login};
    }

    /** @throws RefusedException if a day cannot be read */
    MemberEntry entry() {
        if (from.isUnreadable() || until.isUnreadable()) {
            throw new RefusedException("任期の日を、2026/4/1 や R8.4.1 のように、年・月・日まで入力してください。");
        }
        String person = login.getValue();
        return new MemberEntry(
                name.getValue(),
                affiliation.getValue(),
                office.getValue(),
                remark.getValue(),
                from.getValue(),
                until.getValue(),
                ON_PAPER.equals(person) ? null : new PersonId(UUID.fromString(person)));
    }
}
