package jp.kyosei.ui.importing;

import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.understanding.Corrections;

/** The steps that can be taken with an import that waits; each shows what has become of it, whoever did that. */
final class ReadySteps implements ReadyImport.Desk {
    private final ImportDesk desk;
    private final DataImport found;
    private final String fingerprint;
    private final Consumer<DataImport> show;

    /**
     * @param fingerprint of the preview that is on the screen
     * @param show lays the screen out anew
     */
    ReadySteps(ImportDesk desk, DataImport found, String fingerprint, Consumer<DataImport> show) {
        this.desk = desk;
        this.found = found;
        this.fingerprint = fingerprint;
        this.show = show;
    }

    @Override
    public byte[] annotated() {
        return desk.annotated(found);
    }

    @Override
    public void correct(Corrections said, Div refused) {
        take(() -> desk.correct(found, said), refused, "読み直せませんでした。");
    }

    @Override
    public SheetPicture picture(int sheet, int from) {
        return desk.picture(found, sheet, from);
    }

    @Override
    public void forget(String key) {
        again(() -> desk.forget(found, key));
    }

    @Override
    public void rename(String slug) {
        again(() -> desk.rename(found, slug));
    }

    @Override
    public void apply(String reason, Div said) {
        take(() -> desk.apply(found, fingerprint, reason), said, "取り込めませんでした。");
    }

    @Override
    public void cancel() {
        show.accept(desk.cancel(found));
    }

    private void take(Supplier<DataImport> step, Div refused, String otherwise) {
        try {
            again(step);
        } catch (RefusedException e) {
            refused.removeAll();
            refused.add(new ImportNote(ImportNote.Kind.WRONG, Objects.requireNonNullElse(e.getMessage(), otherwise)));
        }
    }

    private void again(Supplier<DataImport> step) {
        DataImport now;
        try {
            now = step.get();
        } catch (StaleException | NotFoundException e) {
            now = desk.look(found.id());
        }
        show.accept(now);
    }
}
