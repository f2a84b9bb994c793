package jp.kyosei.ui.importing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.importing.underway.WorkStep;
import jp.kyosei.ui.form.HeadwayBar;

/** While a file is being read or applied: how far it is, looked at again until it has ended, for as long as it is on the screen. */
final class ImportWait extends Div {
    private static final int LOOK_AGAIN_MILLIS = 1000;

    private final HeadwayBar bar;
    private final Supplier<Optional<Work>> look;
    private transient Registration polling = () -> {};

    /**
     * @param look how far it is; none once the screen has been laid out anew, as it has ended
     * @param stop lets it end
     */
    ImportWait(WorkStep step, Supplier<Optional<Work>> look, Runnable stop) {
        this.look = look;
        boolean applying = step == WorkStep.APPLYING;
        Button button = new Button("%sを中止する".formatted(step.label()), click -> stop.run());
        button.addClassName("button");
        bar = new HeadwayBar("ファイルの" + step.label());
        ImportNote note = new ImportNote(
                ImportNote.Kind.NOTE,
                applying ? "ファイルを取り込んでいます。この画面を閉じても続きます。中止すると、何も登録されません。" : "ファイルを読み込んでいます。この画面を閉じても続きます。");
        note.add(bar, button);
        add(note);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
        event.getUI().setPollInterval(LOOK_AGAIN_MILLIS);
        polling = event.getUI().addPollListener(poll -> show());
    }

    private void show() {
        look.get().ifPresent(work -> bar.show(work.share(), work.secondsLeft()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }
}
