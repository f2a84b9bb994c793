package jp.kyosei.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyosei.backend.plan.PlanDetail;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.revision.AdoptionDay;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.LineBox;

/** Begins the next version of an adopted plan, or adopts or throws away the draft that there is. */
final class NextVersionBox extends Div {
    /**
     * Makes the box.
     *
     * @param draft begins a draft of that title
     * @param adopt adopts the draft
     * @param discard throws it away
     */
    NextVersionBox(
            PlanDetail detail, LocalDate today, Consumer<String> draft, Consumer<AdoptionDay> adopt, Runnable discard) {
        addClassNames("next-version", "no-print");
        if (detail.content().version().adoptedOn() == null) {
            return;
        }
        AskPlace place = new AskPlace();
        Optional<PlanVersion> open = draftOf(detail);
        if (open.isEmpty()) {
            LineBox title = new LineBox("改訂の案の題名").of(TextKind.NAME);
            title.setValue("一部改訂の案");
            add(button("改訂の案を作る", () -> AskBox.withFields(
                            "いまの版を写して、改訂の案を作ります。決定するまで、案は事務局だけに見えます。",
                            "案を作る",
                            () -> draft.accept(title.getValue()),
                            title)
                    .askIn(place)));
        } else {
            DateBox day = new DateBox("決定した日", today);
            CheckBox month = new CheckBox("月だけを登録する（日が分からないとき）");
            add(
                    button("改訂の案を決定する", () -> AskBox.withFields(
                                    "「%s」を決定した版として登録します。この版は、その後は変えられません。決定した日より前に終わった年度は、いままでの版で評価します。"
                                            .formatted(open.get().title()),
                                    "決定を登録する",
                                    () -> adopt.accept(day(day, month)),
                                    day,
                                    month)
                            .askIn(place)),
                    button("改訂の案をやめる", () -> AskBox.of(
                                    "「%s」を、変えた内容とともに捨てます。元には戻せません。"
                                            .formatted(open.get().title()),
                                    "捨てる",
                                    discard)
                            .askIn(place)));
        }
        add(place);
    }

    /** The draft beside the version in force. */
    static Optional<PlanVersion> draftOf(PlanDetail detail) {
        return detail.versions().stream()
                .filter(version -> version.adoptedOn() == null)
                .findFirst();
    }

    private static AdoptionDay day(DateBox box, CheckBox month) {
        LocalDate day = Optional.ofNullable(box.getValue())
                .orElseThrow(() -> new WrongTextException("adoptedOn", "決定した日を入力してください。"));
        return month.getValue() ? new AdoptionDay(day.withDayOfMonth(1), true) : AdoptionDay.of(day);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("button");
        return button;
    }
}
