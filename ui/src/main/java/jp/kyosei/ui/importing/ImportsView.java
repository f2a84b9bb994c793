package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.DataImport;
import jp.kyosei.backend.importing.ImportId;
import jp.kyosei.backend.importing.ImportService;
import jp.kyosei.backend.importing.NewImport;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.sheet.SheetReader;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Owner;
import jp.kyosei.backend.tenancy.TenancyService;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.FileBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** ファイルの取込: a file is chosen or cells are pasted; below, what was brought in so far. */
@Prototype
@Route(value = "owners/:owner/imports", layout = MainLayout.class)
public final class ImportsView extends ImportPage {
    private static final String NEW_PLAN = "";
    private static final int YEARS_BACK = 12;
    private static final int LINES_PASTED = 6;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");

    private final ImportService imports;
    private final PlanService plans;
    private final Clock clock;

    public ImportsView(
            TenancyService tenancy, ImportService imports, PlanService plans, Clock clock, CurrentActor current) {
        super(tenancy, current);
        this.imports = imports;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    void show(Actor actor, Owner owner, RouteParameters parameters) {
        placeAt(owner);
        List<DataImport> known = imports.imports(actor, owner.slug());
        List<PlanSummary> own = plans.plans(actor).stream()
                .filter(plan -> plan.ownerSlug().equals(owner.slug()))
                .toList();
        add(
                new H1("ファイルの取込"),
                new Paragraph("お手元の実績一覧やKPIの表を、そのままの形で読み込みます。列の意味は見出しの言葉から読み取り、登録する前に、変わる内容と直すところをお見せします。"));
        add(new Form(owner, own));
        add(new H2("これまでの取込"));
        if (known.isEmpty()) {
            add(new Paragraph("まだ取り込んだファイルはありません。"));
        } else {
            add(list(owner, own, known));
        }
    }

    private static Component list(Owner owner, List<PlanSummary> plans, List<DataImport> known) {
        HtmlTable table = new HtmlTable(
                known.size() < ImportService.MOST_LISTED
                        ? "取り込んだファイル"
                        : "取り込んだファイル（新しい順に%d件）".formatted(ImportService.MOST_LISTED),
                List.of("ファイル", "計画", "年度", "状態", "取り込んだ人", "日時"));
        for (DataImport each : known) {
            String title = plans.stream()
                    .filter(plan -> plan.plan().slug().equals(each.planSlug()))
                    .map(plan -> plan.plan().title())
                    .findFirst()
                    .orElse(each.title());
            table.row(new Anchor(new ImportAddress(owner.slug()).one(each.id()), each.fileName()))
                    .text(title)
                    .text(each.newestActuals().shortLabel())
                    .text(each.state().label())
                    .text(each.createdBy())
                    .text(WHEN.format(each.createdAt().atZone(JAPAN)));
        }
        Div scrolling = new Div(table);
        scrolling.addClassName("import-scroll");
        return scrolling;
    }

    /** Which plan, which year, and the file or the pasted cells. */
    private final class Form extends Div {
        private final Owner owner;
        private final PlainSelect plan;
        private final PlainSelect year;
        private final LineBox title = new LineBox("新しい計画の名称").of(TextKind.NAME);
        private final TextBox pasted = new TextBox("表を貼り付ける", LINES_PASTED).hint("Excelで見出しを含む範囲をコピーし、ここに貼り付けます。");

        /** Of the file taken last. */
        private volatile @Nullable ImportId received;

        Form(Owner owner, List<PlanSummary> plans) {
            this.owner = owner;
            addClassName("import-form");
            Map<String, String> choices = new LinkedHashMap<>();
            plans.forEach(each -> choices.put(each.plan().slug(), each.plan().title()));
            choices.put(NEW_PLAN, "新しい計画として取り込む");
            plan = new PlainSelect("計画", choices);
            Map<String, String> years = new LinkedHashMap<>();
            FiscalYear last = FiscalYear.of(LocalDate.now(clock)).previous();
            for (int back = 0; back < YEARS_BACK; back++) {
                FiscalYear each = new FiscalYear(last.year() - back);
                years.put(Integer.toString(each.year()), each.longLabel());
            }
            year = new PlainSelect("いちばん新しい実績の年度", years).hint("見出しに年度のない「実績値」「達成度」などの列は、この年度のものとして読みます。");
            plan.addValueChangeListener(change -> title.setVisible(isNew()));
            title.setVisible(isNew());
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
            add(plan, title, year, file, new NativeDetails("Excelからコピーして貼り付ける", new Div(pasted, paste)));
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
            received = imports.receive(
                            actor(),
                            owner.slug(),
                            new NewImport(
                                    isNew() ? null : plan.getValue(),
                                    isNew() ? title.getValue() : "",
                                    new FiscalYear(Integer.parseInt(year.getValue())),
                                    fileName),
                            content)
                    .id();
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
}
