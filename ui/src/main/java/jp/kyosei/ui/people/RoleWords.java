package jp.kyosei.ui.people;

import com.vaadin.flow.component.html.DescriptionList;
import jp.kyosei.backend.tenancy.Role;

/** What each role may do, in plain words. */
final class RoleWords {
    private RoleWords() {}

    static String of(Role role) {
        return switch (role) {
            case CONTRIBUTOR -> "担当課の実績値と評価文を入力し、提出します。";
            case APPROVER -> "担当課が提出した内容を確かめ、承認するか差し戻します。";
            case SECRETARIAT -> "計画と実績照会を管理し、実績を確定して公開します。";
            case COMMITTEE -> "計画と実績を読み、意見・質問を書きます。";
            case VIEWER -> "計画と実績を読みます。書き込みはしません。";
            case ADMIN -> "利用者と担当課、評価の決まりを管理します。計画の内容は変えません。";
        };
    }

    /** All of them, to look up. */
    static DescriptionList list() {
        DescriptionList list = new DescriptionList();
        list.addClassName("role-words");
        for (Role role : Role.values()) {
            list.add(new DescriptionList.Term(role.label()), new DescriptionList.Description(of(role)));
        }
        return list;
    }
}
