package jp.kyosei.ui.collection;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.LiveChanges;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 実績の入力: one town's figures and narratives of a year. */
@Prototype
@Route(value = "plans/:plan/collection/:year/entry/:town", layout = MainLayout.class)
@CssImport("./collection/collection.css")
public final class EntryView extends PlanPage implements EntryDesk {
    private static final String JOINT = "joint";

    private final EntryService entries;
    private final TaskService tasks;
    private final HistoryService history;
    private final AccessPolicy policy;
    private final Whereabouts whereabouts;
    private final CurrentActor current;
    private final WorkbookDesk workbooks;
    private final Clock clock;
    private final EntryMatrix matrix = new EntryMatrix(this);
    private final EntryAside aside = new EntryAside(new NarrativeEditor(this::narrate), this::confirm);
    private final Div heading = new Div();
    private final AskPlace question = new AskPlace();
    private final Map<String, EntryRow> rows = new LinkedHashMap<>();
    /** The rows as the browser has them. */
    private final Map<String, EntryContent.Row> inBrowser = new LinkedHashMap<>();

    private @Nullable Runnable presence;
    /** What heading and aside show: they are drawn anew only when it changes, so that no click is lost. */
    private List<Object> inHeading = List.of();

    private List<Object> inAside = List.of();
    private @Nullable EntrySheet sheet;
    private String plan = "";
    private String selected = "";

    public EntryView(
            EntryService entries,
            TaskService tasks,
            HistoryService history,
            AccessPolicy policy,
            LiveChannel live,
            Whereabouts whereabouts,
            CurrentActor current,
            WorkbookDesk workbooks,
            Clock clock) {
        super(current);
        this.entries = entries;
        this.tasks = tasks;
        this.history = history;
        this.policy = policy;
        this.whereabouts = whereabouts;
        this.current = current;
        this.workbooks = workbooks;
        this.clock = clock;
        LiveChanges.follow(this, live, this::isAbout, this::follow);
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        String place = parameters.get("town").orElse("");
        MunicipalityCode town =
                place.equals(JOINT) ? null : MunicipalityCode.parse(place).orElseThrow(NotFoundException::new);
        plan = slug;
        inBrowser.clear();
        inHeading = List.of();
        inAside = List.of();
        EntrySheet found = entries.sheet(actor, slug, year.orElseThrow(NotFoundException::new), town);
        placeAt(found.content(), "%sの実績を入力".formatted(found.municipalityName()));
        Div body = new Div(matrix, aside);
        body.addClassName("entry-body");
        add(heading, question);
        if (found.rows().isEmpty()) {
            take(actor, found);
            add(new Paragraph("この照会で入力する指標はありません。"));
            return;
        }
        if (town != null && found.round().isOpen()) {
            add(workbook(new WorkbookDesk.Spot(slug, found.round().fiscalYear(), town, found.municipalityName())));
        }
        add(body);
        take(actor, found);
        matrix.setContent(new EntryContent(
                "%s/%s/%s/%s".formatted(slug, found.round().fiscalYear().year(), place, actor.username()),
                "%sの%sの実績"
                        .formatted(
                                found.municipalityName(),
                                found.round().fiscalYear().longLabel()),
                found.round().fiscalYear().previous().shortLabel() + " 実績",
                found.round().fiscalYear().shortLabel() + " 実績",
                changed()));
        select(
                actor,
                found.rows().stream()
                        .filter(EntryRow::assigned)
                        .findFirst()
                        .orElse(found.rows().getFirst())
                        .indicator()
                        .no());
    }

    private NativeDetails workbook(WorkbookDesk.Spot spot) {
        NativeDetails fold = new NativeDetails("Excelで入力する", new WorkbookBox(workbooks, spot, this::reload));
        fold.addClassName("workbook-fold");
        return fold;
    }

    private void take(Actor actor, EntrySheet found) {
        sheet = found;
        rows.clear();
        found.rows().forEach(row -> rows.put(row.indicator().no(), row));
        List<Object> state = EntryHeading.stateOf(found, today());
        if (!state.equals(inHeading)) {
            inHeading = state;
            heading.removeAll();
            heading.add(new EntryHeading(policy, actor, found, today(), this::ask));
        }
    }

    /** The sheet with the rows as they are after a save. */
    private void takeRows(Actor actor) {
        EntrySheet before = sheet;
        if (before != null) {
            take(
                    actor,
                    new EntrySheet(
                            before.content(),
                            before.round(),
                            before.municipality(),
                            before.municipalityName(),
                            List.copyOf(rows.values()),
                            before.narratives(),
                            before.initiatives()));
        }
    }

    private void ask(TaskStep step, TaskSelection selection, String words) {
        if (step.needsComment()) {
            AskBox.withReason(words, "差し戻す理由と、直してほしいこと", step.label() + "する", comment -> step(step, selection, comment))
                    .askIn(question);
        } else {
            AskBox.of(words, step.label() + "する", () -> step(step, selection, ""))
                    .askIn(question);
        }
    }

    private void step(TaskStep step, TaskSelection selection, String comment) {
        question.attempt(
                () -> StepWords.of(step, tasks.step(current.require(), plan, year(), step, selection, comment)));
        reload();
    }

    private void reload() {
        Actor actor = current.require();
        take(actor, entries.sheet(actor, plan, year(), town()));
        matrix.refresh(changed());
        showAside(actor);
    }

    /** The rows that look different from what the browser has; how a figure was read is said as long as it stands. */
    private List<EntryContent.Row> changed() {
        List<EntryContent.Row> changed = new ArrayList<>();
        rows.forEach((no, row) -> {
            EntryContent.Row before = inBrowser.get(no);
            String hint = before != null && before.version().equals(Long.toString(row.version())) ? before.hint() : "";
            EntryContent.Row now = EntryRows.row(row, hint);
            if (!now.equals(before)) {
                inBrowser.put(no, now);
                changed.add(now);
            }
        });
        return changed;
    }

    @Override
    public List<EntryContent.Answer> save(List<EntryContent.Edit> edits) {
        Actor actor = current.require();
        List<EntryContent.Answer> answers = new ArrayList<>();
        for (EntryOutcome outcome : entries.enter(
                actor, plan, year(), town(), edits.stream().map(EntryRows::edit).toList())) {
            EntryContent.Answer answer = EntryRows.answer(outcome, today());
            rows.put(answer.no(), outcome.row());
            inBrowser.put(answer.no(), answer.row());
            answers.add(answer);
        }
        takeRows(actor);
        return answers;
    }

    @Override
    public List<EntryContent.Preview> preview(List<EntryContent.Edit> edits) {
        return entries
                .preview(
                        current.require(),
                        plan,
                        year(),
                        town(),
                        edits.stream().map(EntryRows::edit).toList())
                .stream()
                .map(EntryRows::preview)
                .toList();
    }

    @Override
    public void selected(String no) {
        select(current.require(), no);
    }

    private void select(Actor actor, String no) {
        if (rows.containsKey(no)) {
            selected = no;
            showAside(actor);
            getUI().ifPresent(ui -> whereabouts.at(place(), ui, actor.displayName(), no));
        }
    }

    private void showAside(Actor actor) {
        EntryRow row = rows.get(selected);
        EntrySheet shown = sheet;
        if (row == null || shown == null) {
            return;
        }
        MunicipalityCode town = town();
        boolean correctable = isCorrectable(actor, shown, row);
        List<Object> state = List.of(row, correctable);
        if (!state.equals(inAside)) {
            inAside = state;
            aside.show(row, sectionOf(shown, row), correctable ? this::correct : null, () -> history.ofCell(
                            current.require(), plan, row.indicator().no(), year(), town)
                    .entries());
        }
        aside.showNarrative(town == null ? null : NarrativeContents.of(shown, row, actor.username()));
    }

    private static String sectionOf(EntrySheet shown, EntryRow row) {
        return shown.content().path(row.indicator().section()).stream()
                .flatMap(number -> shown.content().section(number).stream())
                .map(found -> found.title())
                .collect(Collectors.joining(" ／ "));
    }

    private boolean isCorrectable(Actor actor, EntrySheet shown, EntryRow row) {
        CollectionTask task = row.task();
        return task != null
                && task.state() == TaskState.CONFIRMED
                && policy.canKeepPlans(actor, shown.content().plan().owner());
    }

    /** Where it is refused, the box says so, and what was typed stays in it. */
    private void correct(EntryAside.Correction correction) {
        question.say(corrected(correction));
        reload();
    }

    private String corrected(EntryAside.Correction correction) {
        EntryRow row = correction.row();
        EntryOutcome outcome = entries.enter(
                        current.require(),
                        plan,
                        year(),
                        town(),
                        List.of(new CellEdit(
                                row.indicator().no(),
                                new CellEdit.Typed(correction.cell()),
                                row.version(),
                                correction.reason())))
                .getFirst();
        return switch (outcome) {
            case EntryOutcome.Saved(EntryRow saved, String hint) ->
                "No.%s を %s に直しました。".formatted(row.indicator().no(), saved.figure());
            case EntryOutcome.Unchanged(EntryRow same, String hint) -> "同じ値です。直しませんでした。";
            case EntryOutcome.NotUnderstood(EntryRow same, String message) -> throw new RefusedException(message);
            case EntryOutcome.Conflict(EntryRow theirs) -> "ほかの人が先に直しました。いまの値を確かめてください。";
            case EntryOutcome.Locked(EntryRow same, String message, boolean forbidden) ->
                throw new RefusedException(message);
        };
    }

    private NarrativeContent.Answer narrate(NarrativeContent.Edit edit) {
        MunicipalityCode town = Optional.ofNullable(town()).orElseThrow(NotFoundException::new);
        NarrativeText text = new NarrativeText(
                edit.text().progress(), edit.text().outlook(), edit.text().initiatives());
        try {
            return NarrativeContents.answer(
                    edit,
                    entries.narrate(
                            current.require(),
                            plan,
                            year(),
                            edit.no(),
                            town,
                            text,
                            EntryRows.version(edit.version()),
                            ""));
        } catch (WrongTextException e) {
            return new NarrativeContent.Answer(
                    edit.no(),
                    EntryContent.Outcome.NOT_UNDERSTOOD,
                    edit.text(),
                    edit.version(),
                    Optional.ofNullable(e.getMessage()).orElse("長すぎます。"),
                    "");
        }
    }

    private void confirm(EntryRow row, EntryAside.Confirmation confirmation) {
        entries.confirmCheck(
                current.require(),
                plan,
                year(),
                row.indicator().no(),
                town(),
                confirmation.code(),
                confirmation.reason());
        reload();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        presence = whereabouts.listen(
                place(), () -> LiveChanges.later(ui, () -> matrix.setPresence(whereabouts.others(place(), ui))));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Optional.ofNullable(presence).ifPresent(Runnable::run);
        presence = null;
        whereabouts.gone(place(), detached.getUI());
    }

    private boolean isAbout(Announcement announcement) {
        EntrySheet shown = sheet;
        return shown != null
                && announcement.concerns(shown.content().plan(), shown.round().fiscalYear());
    }

    private void follow(Announcement announcement) {
        Actor actor = current.require();
        take(actor, entries.sheet(actor, plan, year(), town()));
        matrix.refresh(changed());
        if (announcement.nos().isEmpty() || announcement.nos().contains(selected)) {
            showAside(actor);
        }
    }

    private String place() {
        MunicipalityCode town = town();
        return "%s/%s/%s".formatted(plan, sheet == null ? "" : year().year(), town == null ? JOINT : town.value());
    }

    private FiscalYear year() {
        return Optional.ofNullable(sheet)
                .orElseThrow(NotFoundException::new)
                .round()
                .fiscalYear();
    }

    private @Nullable MunicipalityCode town() {
        EntrySheet shown = sheet;
        return shown == null ? null : shown.municipality();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
