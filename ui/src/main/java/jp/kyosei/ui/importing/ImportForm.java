package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.FileBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import org.jspecify.annotations.Nullable;

/** Which plan, which year, and the file or the pasted cells. */
final class ImportForm extends Div {
    private static final String NEW_PLAN = "";
    private static final int YEARS_BACK = 12;
    private static final int LINES_PASTED = 6;

    private final transient BiFunction<NewImport, byte[], ImportId> receive;
    private final Owner owner;
    private final PlainSelect plan;
    private final PlainSelect year;
    private final PeriodBox period;
    private final LineBox title = new LineBox("新しい計画の名称").of(TextKind.NAME);
    private final LineBox slug = SlugBox.field();
    private final TextBox pasted = new TextBox("表を貼り付ける", LINES_PASTED).hint("Excelで見出しを含む範囲をコピーし、ここに貼り付けます。");

    /** Of the file taken last. */
    private volatile @Nullable ImportId received;

    /**
     * Makes an empty form.
     *
     * @param plans of the owner
     * @param last the newest year that may have figures
     * @param receive keeps a file that was sent; may refuse
     */
    ImportForm(Owner owner, List<PlanSummary> plans, FiscalYear last, BiFunction<NewImport, byte[], ImportId> receive) {
        this.receive = receive;
        this.owner = owner;
        addClassName("import-form");
        Map<String, String> choices = new LinkedHashMap<>();
        plans.forEach(each -> choices.put(each.plan().slug(), each.plan().title()));
        choices.put(NEW_PLAN, "新しい計画として取り込む");
        plan = new PlainSelect("計画", choices);
        Map<String, String> years = new LinkedHashMap<>();
        for (int back = 0; back < YEARS_BACK; back++) {
            FiscalYear each = new FiscalYear(last.year() - back);
            years.put(Integer.toString(each.year()), each.longLabel());
        }
        year = new PlainSelect("いちばん新しい実績の年度", years).hint("見出しに年度のない「実績値」「達成度」などの列は、この年度のものとして読みます。");
        period = new PeriodBox(last);
        plan.addValueChangeListener(change -> showWhatIsNew());
        showWhatIsNew();
        FileBox file = new FileBox(
                new FileBox.Wanted(
                        "ファイルを選ぶ",
                        "Excel（.xlsx）、CSV。20 MB まで。様式は問いません。",
                        ".xlsx,.csv,.tsv,.txt",
                        SheetReader.MOST_BYTES,
                        SheetReader.TOO_LARGE),
                this::take,
                this::open);
        Button paste = new Button("貼り付けた表を読み込む", click -> paste());
        paste.addClassName("button");
        slug.setHelperText(SlugBox.hint(owner.slug()) + "空欄なら、番号で付けます。");
        add(plan, title, slug, period, year, file, new NativeDetails("Excelからコピーして貼り付ける", new Div(pasted, paste)));
    }

    private void showWhatIsNew() {
        title.setVisible(isNew());
        slug.setVisible(isNew());
        period.setVisible(isNew());
    }

    private boolean isNew() {
        return plan.getValue().equals(NEW_PLAN);
    }

    private @Nullable String take(String fileName, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(SheetReader.MOST_BYTES + 1);
        if (bytes.length > SheetReader.MOST_BYTES) {
            return SheetReader.TOO_LARGE;
        }
        return take(fileName, bytes);
    }

    private @Nullable String take(String fileName, byte[] content) {
        if (isNew() && title.getValue().isBlank()) {
            return "「新しい計画の名称」を入れてから、もう一度選んでください。";
        }
        String wrongPeriod = isNew() ? period.problem() : "";
        if (!wrongPeriod.isEmpty()) {
            return wrongPeriod;
        }
        received = receive.apply(
                new NewImport(
                        isNew() ? null : plan.getValue(),
                        isNew() ? title.getValue() : "",
                        isNew() ? slug.getValue() : null,
                        new FiscalYear(Integer.parseInt(year.getValue())),
                        isNew() ? period.period() : null,
                        fileName),
                content);
        return null;
    }

    private void paste() {
        if (pasted.getValue().isBlank()) {
            pasted.refuse("表を貼り付けてから押してください。");
            return;
        }
        String refusal = take(NewImport.PASTED, pasted.getValue().getBytes(StandardCharsets.UTF_8));
        pasted.refuse(refusal == null ? "" : refusal);
        if (refusal == null) {
            open();
        }
    }

    private void open() {
        Optional.ofNullable(received)
                .ifPresent(id -> getUI().ifPresent(ui -> ui.navigate(new ImportAddress(owner.slug()).one(id))));
    }
}
