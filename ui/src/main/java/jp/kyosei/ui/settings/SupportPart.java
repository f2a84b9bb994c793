package jp.kyosei.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.owners.support.SupportAccess;
import jp.kyosei.backend.owners.support.SupportService;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.session.CurrentActor;

/** 支援アクセス: whether the operators may read, since when and why; given and ended here. */
final class SupportPart extends Div {
    private static final int USUAL_DAYS = 3;

    private final OwnerId owner;
    private final transient SupportService support;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final AskPlace place = new AskPlace();
    private final Div list = new Div();

    SupportPart(OwnerId owner, SupportService support, CurrentActor current, Clock clock) {
        this.owner = owner;
        this.support = support;
        this.current = current;
        this.clock = clock;
        add(
                new H2("支援アクセス"),
                new Paragraph("Kyoseiの運用担当は、ふだんこの団体の計画を見られません。困ったときは、日数を決めて閲覧だけを許可できます。"
                        + "運用担当が入力したり直したりすることはありません。許可と終了は団体の履歴に残ります。"),
                place,
                list);
        show();
    }

    private void show() {
        LocalDate today = LocalDate.now(clock);
        List<SupportAccess> all = support.accesses(current.require(), owner);
        Optional<SupportAccess> open =
                all.stream().filter(access -> access.isOpen(today)).findFirst();
        Button step = open.map(access -> new Button("支援アクセスを終了する", click -> end(access)))
                .orElseGet(() -> new Button("支援アクセスを許可する", click -> grant()));
        step.addClassName("button");
        list.removeAll();
        list.add(SupportTable.of(all, today), new Paragraph(step));
    }

    private void grant() {
        Map<String, String> days = new LinkedHashMap<>();
        for (int count = 1; count <= SupportService.MOST_DAYS; count++) {
            days.put(Integer.toString(count), count + "日間（今日を含む）");
        }
        PlainSelect chosen = new PlainSelect("日数", days);
        chosen.setValue(Integer.toString(USUAL_DAYS));
        TextBox reason = new TextBox("理由", 3).of(TextKind.REASON);
        AskBox.withFields(
                        "運用担当に、この団体の計画の閲覧を許可します。",
                        "許可する",
                        () -> {
                            place.attempt(() -> {
                                support.grant(
                                        current.require(),
                                        owner,
                                        Integer.parseInt(chosen.getValue()),
                                        reason.getValue());
                                return "支援アクセスを許可しました。要らなくなったら、いつでも終了できます。";
                            });
                            show();
                        },
                        chosen,
                        reason)
                .askIn(place);
    }

    private void end(SupportAccess access) {
        AskBox.of("支援アクセスを終了します。運用担当は、すぐに計画を見られなくなります。", "終了する", () -> {
                    place.attempt(() -> {
                        support.end(current.require(), owner, access.id());
                        return "支援アクセスを終了しました。";
                    });
                    show();
                })
                .askIn(place);
    }
}
