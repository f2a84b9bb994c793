package jp.kyosei.ui.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.alliance.AgreementKind;
import jp.kyosei.backend.owners.alliance.AllianceService;
import jp.kyosei.backend.owners.alliance.Membership;
import jp.kyosei.backend.owners.alliance.NewAgreement;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.YearSelect;
import jp.kyosei.ui.session.CurrentActor;

/**
 * The questions about members of an alliance.
 *
 * @param done does the work, says what has happened, and shows the page anew
 */
record MemberBoxes(
        AllianceService alliances,
        MunicipalityRegister register,
        CurrentActor current,
        Clock clock,
        AskPlace place,
        BiConsumer<String, Runnable> done) {

    void join(Owner alliance) {
        TownBox town = new TownBox("市町村", register, current);
        YearSelect first = new YearSelect("加入する年度", now(), 30, 2);
        CheckBox centre = new CheckBox("中心市にする");
        AgreementFields agreement = new AgreementFields(alliance, AgreementKind.CONCLUDED);
        AskBox.withFields(
                        "%sに構成市町を加えます。".formatted(alliance.name()),
                        "加える",
                        () -> {
                            Municipality chosen = town.town().orElseThrow(() -> new RefusedException("市町村を選んでください。"));
                            Optional<NewAgreement> agreed = agreement.agreement();
                            done.accept(
                                    "%sを構成市町に加えました。".formatted(chosen.name()),
                                    () -> alliances.join(
                                            current.require(),
                                            alliance.id(),
                                            alliance.version(),
                                            chosen.code(),
                                            centre.getValue(),
                                            first.year(),
                                            agreed.orElse(null)));
                        },
                        town,
                        first,
                        centre,
                        agreement)
                .askIn(place);
    }

    void leave(Owner alliance, Membership member) {
        YearSelect last = new YearSelect("最後の年度", now(), 30, 2).hint("この年度まで構成市町です。翌年度から、新しい年度の計画は読めません。");
        AgreementFields agreement = new AgreementFields(alliance, AgreementKind.ENDED);
        AskBox.withFields(
                        "%sの脱退を記録します。".formatted(member.name()),
                        "記録する",
                        () -> done.accept(
                                "%sの脱退を記録しました。".formatted(member.name()),
                                () -> alliances.leave(
                                        current.require(),
                                        alliance.id(),
                                        alliance.version(),
                                        member.municipality(),
                                        last.year(),
                                        agreement.agreement().orElse(null))),
                        last,
                        agreement)
                .askIn(place);
    }

    void record(Owner alliance, Membership member) {
        AgreementFields agreement = new AgreementFields(alliance, AgreementKind.CONCLUDED);
        AskBox.withFields(
                        "%sの議会が議決した協定や方針を記録します。".formatted(member.name()),
                        "記録する",
                        () -> done.accept(
                                "%sの協定・方針を記録しました。".formatted(member.name()),
                                () -> alliances.record(
                                        current.require(),
                                        alliance.id(),
                                        alliance.version(),
                                        member.municipality(),
                                        agreement
                                                .agreement()
                                                .orElseThrow(() -> new RefusedException("議会の議決の日を入力してください。")))),
                        agreement)
                .askIn(place);
    }

    private FiscalYear now() {
        return FiscalYear.of(LocalDate.now(clock));
    }
}
