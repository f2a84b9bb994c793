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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final EntryWork work;
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
    private final ShownRows rows = new ShownRows();

    private @Nullable Runnable presence;
    /** What heading and aside show: they are drawn anew only when it changes, so that no click is lost. */
    private List<Object> inHeading = List.of();

    private List<Object> inAside = List.of();
    private @Nullable EntrySheet sheet;
    private String plan = "";
    private String selected = "";

    public EntryView(
            EntryService entries,
            EntryWork work,
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
        this.work = work;
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
        rows.clear();
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
                rows.changed()));
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
        rows.take(found.rows());
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
                            rows.all(),
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
        matrix.refresh(rows.changed());
        showAside(actor);
    }

    @Override
    public List<EntryContent.Answer> save(List<EntryContent.Edit> edits) {
        Actor actor = current.require();
        List<EntryContent.Answer> answers = new ArrayList<>();
        for (EntryOutcome outcome : work.enter(actor, spot(), edits)) {
            EntryContent.Answer answer = EntryRows.answer(outcome, today());
            rows.answered(outcome.row(), answer.row());
            answers.add(answer);
        }
        takeRows(actor);
        return answers;
    }

    @Override
    public List<EntryContent.Preview> preview(List<EntryContent.Edit> edits) {
        return work.preview(current.require(), spot(), edits);
    }

    @Override
    public void selected(String no) {
        select(current.require(), no);
    }

    private void select(Actor actor, String no) {
        if (rows.get(no) != null) {
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
        question.say(work.correct(current.require(), spot(), correction));
        reload();
    }

    private NarrativeContent.Answer narrate(NarrativeContent.Edit edit) {
        return work.narrate(current.require(), spot(), edit);
    }

    private void confirm(EntryRow row, EntryAside.Confirmation confirmation) {
        work.confirm(current.require(), spot(), row, confirmation);
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
        matrix.refresh(rows.changed());
        if (announcement.nos().isEmpty() || announcement.nos().contains(selected)) {
            showAside(actor);
        }
    }

    private String place() {
        MunicipalityCode town = town();
        return "%s/%s/%s".formatted(plan, sheet == null ? "" : year().year(), town == null ? JOINT : town.value());
    }

    private EntryWork.Spot spot() {
        return new EntryWork.Spot(plan, year(), town());
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
