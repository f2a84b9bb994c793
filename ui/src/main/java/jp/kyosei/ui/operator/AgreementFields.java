package jp.kyosei.ui.operator;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.alliance.AgreementKind;
import jp.kyosei.backend.owners.alliance.NewAgreement;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** What a council has resolved: which agreement with which centre, when, and what it says. */
final class AgreementFields extends Div {
    private static final int LINES = 4;

    private final PlainSelect kind;
    private final PlainSelect centre;
    private final DateBox resolvedOn = new DateBox("議会の議決の日").hint("まだ記録しないときは空欄にします。");
    private final LineBox title = new LineBox("協定・方針の名称").of(TextKind.NAME);
    private final TextBox text = new TextBox("協定・方針の文（貼り付け可）", LINES).of(TextKind.MINUTES);

    AgreementFields(Owner alliance, AgreementKind usual) {
        addClassName("agreement-fields");
        Map<String, String> kinds = new LinkedHashMap<>();
        Stream.of(AgreementKind.values()).forEach(one -> kinds.put(one.name(), one.label()));
        kind = new PlainSelect("議決の内容", kinds);
        kind.setValue(usual.name());
        Map<String, String> centres = new LinkedHashMap<>();
        alliance.members().stream()
                .filter(Member::centre)
                .forEach(member -> centres.put(member.municipality().value(), member.name()));
        centre = new PlainSelect("相手の中心市", centres);
        kind.addValueChangeListener(change -> centre.setVisible(kind() != AgreementKind.POLICY));
        centre.setVisible(usual != AgreementKind.POLICY);
        add(kind, centre, resolvedOn, title, text);
    }

    /**
     * What was filled in; none without a day.
     *
     * @throws RefusedException if the day is none
     */
    Optional<NewAgreement> agreement() {
        if (resolvedOn.isUnreadable()) {
            throw new RefusedException("議会の議決の日を、2024/9/29 や R6.9.29 のように入力してください。");
        }
        return resolvedOn
                .day()
                .map(day -> new NewAgreement(kind(), partner().orElse(null), day, title.getValue(), text.getValue()));
    }

    private AgreementKind kind() {
        return AgreementKind.valueOf(kind.getValue());
    }

    private Optional<MunicipalityCode> partner() {
        return kind() == AgreementKind.POLICY
                ? Optional.empty()
                : Optional.ofNullable(centre.getValue()).flatMap(MunicipalityCode::parse);
    }
}
