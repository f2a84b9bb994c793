package jp.kyosei.ui.leaving;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.leaving.ending.EndingService;
import jp.kyosei.backend.leaving.ending.OwnerEnding;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;

/** Announces that the owner leaves, and takes it back. */
final class EndingBox extends Section {
    private final transient EndingService endings;
    private final transient CurrentActor current;
    private final String owner;
    private final AskPlace place = new AskPlace();
    private final Div state = new Div();

    EndingBox(EndingService endings, CurrentActor current, String owner) {
        this.endings = endings;
        this.current = current;
        this.owner = owner;
        addClassName("leaving-ending");
        add(
                new H2("利用終了"),
                new Paragraph("届け出てから%d日のあいだは、これまでどおり使え、いつでも取り消せます。その日を過ぎると、この団体のデータはすべて消え、元に戻せません。"
                        .formatted(EndingService.DAYS_OF_GRACE)),
                state,
                place);
        show();
    }

    private void show() {
        state.removeAll();
        Optional<OwnerEnding> announced = endings.announced(current.require(), owner);
        if (announced.isPresent()) {
            OwnerEnding ending = announced.get();
            Paragraph told = new Paragraph("%sにすべてのデータが消えます。届け出た人：%s。理由：%s"
                    .formatted(JapaneseDay.words(ending.deletesOn()), ending.askedByName(), ending.reason()));
            told.addClassName("warning");
            Button back = new Button("利用終了を取り消す", click -> AskBox.of("利用終了を取り消しますか。", "取り消す", this::takeBack)
                    .askIn(place));
            back.addClassName("button");
            state.add(told, back);
        } else {
            Button announce = new Button("利用終了を届け出る", click -> AskBox.withReason(
                            "%d日後にこの団体のすべてのデータが消えます。先にデータを書き出してください。届け出ますか。".formatted(EndingService.DAYS_OF_GRACE),
                            "利用を終える理由",
                            "届け出る",
                            this::announce)
                    .askIn(place));
            announce.addClassName("button");
            state.add(announce);
        }
    }

    private void announce(String reason) {
        place.attempt(() -> {
            endings.announce(current.require(), owner, reason);
            return "利用終了を届け出ました。";
        });
        show();
    }

    private void takeBack() {
        place.attempt(() -> {
            endings.takeBack(current.require(), owner);
            return "利用終了を取り消しました。";
        });
        show();
    }
}
