package jp.kyosei.ui.importing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;

/** While a file is being read: looks again until it is, for as long as it is on the screen. */
final class ImportWait extends Div {
    private static final int LOOK_AGAIN_MILLIS = 1500;

    private final Runnable look;
    private transient Registration polling = () -> {};

    /** @param look looks whether the file has been read, and lays the screen out anew if so */
    ImportWait(Runnable look, Runnable cancel) {
        this.look = look;
        Button stop = new Button("読み込みを中止する", click -> cancel.run());
        stop.addClassName("button");
        ImportNote note = new ImportNote(ImportNote.Kind.NOTE, "ファイルを読み込んでいます。大きなファイルは十数秒かかります。この画面を閉じても続きます。");
        note.add(stop);
        add(note);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(LOOK_AGAIN_MILLIS);
        polling = event.getUI().addPollListener(poll -> look.run());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }
}
