package jp.kyosei.ui.collection;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jp.kyosei.backend.collection.CollectionBoard;
import jp.kyosei.backend.collection.CollectionRound;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.StepResult;
import jp.kyosei.backend.collection.TaskSelection;
import jp.kyosei.backend.collection.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 進み具合: who has answered, what the whole would be, and what the secretariat does with it. */
@Prototype
@Route(value = "plans/:plan/collection/:year", layout = MainLayout.class)
@CssImport("./collection/collection.css")
public final class BoardView extends PlanPage {
    private final CollectionService collections;
    private final AccessPolicy policy;
    private final LiveChannel live;
    private final CurrentActor current;
    private final WorkbookDesk workbooks;
    private final Div heading = new Div();
    private final AskPlace question = new AskPlace();
    private final Div news = new Div();
    private final Div summary = new Div();
    /** Apart from the summary, which is drawn anew with every news: a file that is looked at stays. */
    private final Div folds = new Div();

    private final Div tools = new Div();
    private final Div content = new Div();
    private final BoardFilter filter = new BoardFilter(this::showTable);
    private @Nullable CollectionBoard board;
    private @Nullable BoardTable table;
    private @Nullable Runnable subscription;
    /** Whether tasks are chosen here, to be confirmed or sent back. */
    private boolean choosable;

    private String plan = "";

    public BoardView(
            CollectionService collections,
            AccessPolicy policy,
            LiveChannel live,
            CurrentActor current,
            WorkbookDesk workbooks) {
        super(current);
        this.collections = collections;
        this.policy = policy;
        this.live = live;
        this.current = current;
        this.workbooks = workbooks;
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        plan = slug;
        CollectionBoard found = collections.board(actor, slug, year.orElseThrow(NotFoundException::new));
        placeAt(
                found.content(),
                "%s 実績照会の進み具合".formatted(found.round().fiscalYear().longLabel()));
        tools.addClassName("board-tools");
        news.addClassName("board-tools");
        news.getElement().setAttribute("role", "status");
        add(heading, question, news, summary, folds, tools, content);
        take(actor, found);
        folds.removeAll();
        if (choosable) {
            folds.add(workbooks(found));
        }
    }

    /** A town's workbook each, for towns that answer by file. */
    private NativeDetails workbooks(CollectionBoard found) {
        Map<MunicipalityCode, String> towns = new TreeMap<>();
        found.rows().stream()
                .flatMap(row -> row.parts().stream())
                .forEach(part -> towns.put(part.task().municipality(), part.townName()));
        Div boxes = new Div();
        towns.forEach((town, name) -> boxes.add(
                new H3(name),
                new WorkbookBox(
                        workbooks, new WorkbookDesk.Spot(plan, found.round().fiscalYear(), town, name), this::reload)));
        NativeDetails fold = new NativeDetails("Excelで集める（市町村ごと）", boxes);
        fold.addClassName("workbook-fold");
        return fold;
    }

    private void take(Actor actor, CollectionBoard found) {
        board = found;
        news.removeAll();
        boolean secretariat = policy.canKeepPlans(actor, found.content().plan().owner());
        heading.removeAll();
        heading.add(headline(found, secretariat));
        summary.removeAll();
        summary.add(new H2("市町村ごと"), BoardSummary.of(found));
        filter.offer(found);
        tools.removeAll();
        tools.add(filter);
        choosable = secretariat && found.round().isOpen();
        if (choosable) {
            tools.add(action("選んだものを確定する", () -> confirm(chosen())), action("選んだものを差し戻す", () -> sendBack(chosen())));
        }
        showTable();
    }

    private void showTable() {
        CollectionBoard shown = board;
        if (shown == null) {
            return;
        }
        BoardTable fresh = new BoardTable(shown, filter, choosable);
        Optional.ofNullable(table).ifPresent(before -> fresh.choose(before.chosen()));
        table = fresh;
        content.removeAll();
        content.add(new H2("指標ごと"), fresh);
    }

    private Div headline(CollectionBoard found, boolean secretariat) {
        CollectionRound round = found.round();
        Div buttons = new Div();
        buttons.addClassName("button-row");
        if (secretariat && round.isOpen()) {
            buttons.add(action("未提出に督促を送る", this::remind), action("期限を延ばす", this::extend), action("締め切る", this::close));
        } else if (secretariat) {
            buttons.add(action("照会を再開する", this::reopen));
        }
        if (secretariat) {
            Anchor history = new Anchor(new PlanAddress(plan).history(), "変更の履歴");
            history.addClassName("button");
            buttons.add(history);
        }
        Div line = new Div(new H1("%s 実績照会の進み具合".formatted(round.fiscalYear().longLabel())), buttons);
        line.addClassName("heading-line");
        Paragraph state =
                new Paragraph("%s　%s".formatted(round.state().label(), EntryHeading.due(round.dueOn(), found.today())));
        return new Div(line, state);
    }

    private static Button action(String label, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("button");
        return button;
    }

    private Map<String, Set<MunicipalityCode>> chosen() {
        BoardTable shown = table;
        return shown == null ? Map.of() : shown.chosen();
    }

    private void confirm(Map<String, Set<MunicipalityCode>> chosen) {
        int count = count(chosen);
        if (count == 0) {
            question.say("確定するものを、表の左のチェックで選んでください。");
            return;
        }
        AskBox.of("%d 件を確定します。確定すると、町では直せなくなります。".formatted(count), "確定する", () -> step(TaskStep.CONFIRM, chosen, ""))
                .askIn(question);
    }

    private void sendBack(Map<String, Set<MunicipalityCode>> chosen) {
        int count = count(chosen);
        if (count == 0) {
            question.say("差し戻すものを、表の左のチェックで選んでください。");
            return;
        }
        AskBox.withReason(
                        "%d 件を差し戻します。提出した人にメールで届きます。".formatted(count),
                        "差し戻す理由と、直してほしいこと",
                        "差し戻す",
                        comment -> step(TaskStep.RETURN, chosen, comment))
                .askIn(question);
    }

    private static int count(Map<String, Set<MunicipalityCode>> chosen) {
        return chosen.values().stream().mapToInt(Set::size).sum();
    }

    /** One call for each set of towns: a selection names indicators and towns crosswise. */
    private void step(TaskStep step, Map<String, Set<MunicipalityCode>> chosen, String comment) {
        attempt(() -> {
            Map<Set<MunicipalityCode>, Set<String>> byTowns = new LinkedHashMap<>();
            chosen.forEach((no, towns) ->
                    byTowns.computeIfAbsent(towns, key -> new HashSet<>()).add(no));
            List<StepResult.Moved> moved = new ArrayList<>();
            List<StepResult.Refused> refused = new ArrayList<>();
            byTowns.forEach((towns, nos) -> {
                StepResult result =
                        collections.step(current.require(), plan, year(), step, new TaskSelection(nos, towns), comment);
                moved.addAll(result.moved());
                refused.addAll(result.refused());
            });
            Optional.ofNullable(table).ifPresent(BoardTable::clear);
            return StepWords.of(step, new StepResult(moved, refused));
        });
    }

    private void remind() {
        AskBox.of(
                        "まだ提出していない担当課へ、督促のメールを送ります。同じ日に同じ課へ2通は送りません。",
                        "督促を送る",
                        () -> attempt(() -> {
                            CollectionService.Reminded reminded =
                                    collections.remind(current.require(), plan, year(), TaskSelection.ALL);
                            return "未提出 %d 件の %d 課へ督促を送りました。".formatted(reminded.tasks(), reminded.departments());
                        }))
                .askIn(question);
    }

    private void extend() {
        DateBox day = new DateBox(
                "新しい期限",
                Optional.ofNullable(board)
                        .map(shown -> shown.round().dueOn().plusDays(14))
                        .orElseGet(() -> LocalDate.EPOCH));
        AskBox box = AskBox.withReason(
                "照会全体の期限を延ばします。",
                "延ばす理由",
                "期限を延ばす",
                reason -> attempt(() -> {
                    LocalDate due = day.day().orElseThrow(() -> new RefusedException("新しい期限の日を入力してください。"));
                    collections.extend(current.require(), plan, year(), due, TaskSelection.ALL, reason);
                    return "期限を %d月%d日 にしました。".formatted(due.getMonthValue(), due.getDayOfMonth());
                }));
        box.addComponentAtIndex(1, day);
        box.askIn(question);
    }

    private void close() {
        AskBox.of(
                        "照会を締め切ります。以後、町は入力できません（再開できます）。",
                        "締め切る",
                        () -> attempt(() -> {
                            collections.close(current.require(), plan, year());
                            return "照会を締め切りました。";
                        }))
                .askIn(question);
    }

    private void reopen() {
        AskBox.withReason(
                        "締め切った照会を再開します。",
                        "再開する理由",
                        "再開する",
                        reason -> attempt(() -> {
                            collections.reopen(current.require(), plan, year(), reason);
                            return "照会を再開しました。";
                        }))
                .askIn(question);
    }

    private void attempt(Supplier<String> work) {
        question.attempt(work);
        reload();
    }

    private void reload() {
        Actor actor = current.require();
        take(actor, collections.board(actor, plan, year()));
    }

    private FiscalYear year() {
        return Optional.ofNullable(board)
                .orElseThrow(NotFoundException::new)
                .round()
                .fiscalYear();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = live.listen(announcement -> follow(ui, announcement));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Optional.ofNullable(subscription).ifPresent(Runnable::run);
        subscription = null;
    }

    private void follow(UI ui, Announcement announcement) {
        CollectionBoard shown = board;
        if (shown != null
                && announcement.concerns(shown.content().plan(), shown.round().fiscalYear())) {
            Future<Void> told = ui.access(() -> {
                if (isAttached()) {
                    follow();
                }
            });
            assert told != null;
        }
    }

    /** Nobody's choice is swept away: while something is chosen or asked, the news wait to be called for. */
    private void follow() {
        boolean busy = !chosen().isEmpty() || question.isAsking();
        if (!busy) {
            reload();
            return;
        }
        news.removeAll();
        news.add(new Span("ほかの人の入力がありました。"), action("最新の表示にする", this::reload));
    }
}
