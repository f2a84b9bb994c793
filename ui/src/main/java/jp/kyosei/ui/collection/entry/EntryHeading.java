package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.collection.DueWords;
import jp.kyosei.ui.collection.approval.ApprovalView;
import jp.kyosei.ui.plan.PlanAddress;

/** Over the matrix: whose figures, until when, how far, and the one next thing to do. */
final class EntryHeading extends Div {
    private final AccessPolicy policy;
    private final Actor actor;
    private final EntrySheet sheet;
    private final Ask ask;
    private final Div buttons = new Div();

    /** Asks before a step is taken. */
    interface Ask {
        void ask(TaskStep step, TaskSelection selection, String words);
    }

    EntryHeading(AccessPolicy policy, Actor actor, EntrySheet sheet, LocalDate today, Ask ask) {
        this.policy = policy;
        this.actor = actor;
        this.sheet = sheet;
        this.ask = ask;
        addClassName("entry-heading");
        buttons.addClassName("button-row");
        Paragraph crumb = new Paragraph(new Anchor(
                new PlanAddress(sheet.content().plan().slug()).collection(),
                "%s 実績照会".formatted(sheet.round().fiscalYear().longLabel())));
        crumb.addClassName("section-path");
        Div line = new Div(new H1("%sの実績を入力".formatted(sheet.municipalityName())), buttons);
        line.addClassName("heading-line");
        add(crumb, line, progress(today));
        if (!sheet.round().instructions().isEmpty()) {
            Paragraph instructions = new Paragraph(sheet.round().instructions());
            instructions.addClassName("instructions");
            add(instructions);
        }
        addButtons();
    }

    /** What the heading shows of a sheet: it is drawn anew only when this changes, so that no click is lost. */
    static List<Object> stateOf(EntrySheet sheet, LocalDate today) {
        List<Object> state = new ArrayList<>(List.of(sheet.round(), today));
        for (EntryRow row : sheet.rows()) {
            CollectionTask task = row.task();
            state.add(List.of(row.indicator().no(), row.stored() != null, row.isEditable()));
            state.add(task == null ? "" : task.state());
            state.add(task == null ? "" : task.dueOn());
        }
        return List.copyOf(state);
    }

    private Paragraph progress(LocalDate today) {
        List<CollectionTask> tasks = tasks().toList();
        long entered = sheet.rows().stream().filter(row -> row.stored() != null).count();
        long submitted =
                tasks.stream().filter(task -> !task.state().isOpenForEntry()).count();
        Paragraph progress = new Paragraph();
        progress.addClassName("progress");
        tasks.stream()
                .map(CollectionTask::dueOn)
                .min(Comparator.naturalOrder())
                .ifPresent(due -> progress.add(new Span(DueWords.of(due, today))));
        progress.add(new Span("　入力 %d / %d　提出 %d / %d"
                .formatted(entered, sheet.rows().size(), submitted, sheet.rows().size())));
        if (!sheet.round().isOpen()) {
            progress.add(new Span("　" + sheet.round().state().label()));
        }
        return progress;
    }

    private void addButtons() {
        MunicipalityCode town = sheet.municipality();
        if (town == null || !sheet.round().isOpen()) {
            return;
        }
        OwnerId owner = sheet.content().plan().owner();
        Set<String> approvable = numbers(
                TaskState.AWAITING_APPROVAL,
                task -> !actor.person().equals(task.submittedBy())
                        && policy.canApprove(actor, owner, town, task.department()));
        if (!approvable.isEmpty()) {
            Anchor approval = new Anchor(ApprovalView.ADDRESS, "承認の画面を開く（%d 件）".formatted(approvable.size()));
            approval.addClassNames("button", "primary");
            buttons.add(approval);
        }
        Set<String> withdrawable = Stream.of(TaskState.AWAITING_APPROVAL, TaskState.SUBMITTED)
                .flatMap(state -> numbers(state, this::isMine).stream())
                .filter(no -> !approvable.contains(no))
                .collect(Collectors.toSet());
        if (!withdrawable.isEmpty()) {
            button(
                    TaskStep.WITHDRAW,
                    withdrawable,
                    town,
                    "提出した %d 件を引き戻して、直せるようにします。".formatted(withdrawable.size()),
                    false);
        }
        Set<String> ready = sheet.rows().stream()
                .filter(row -> row.isEditable() && isBegun(row))
                .map(row -> row.indicator().no())
                .collect(Collectors.toSet());
        long empty = sheet.rows().stream()
                .filter(row -> row.isEditable() && !isBegun(row))
                .count();
        if (!ready.isEmpty()) {
            boolean superior = tasks().anyMatch(CollectionTask::needsApproval);
            String rest = empty == 0 ? "" : "未入力の %d 件は残ります。".formatted(empty);
            button(
                    TaskStep.SUBMIT,
                    ready,
                    town,
                    "入力した %d 件を%sへ提出します。%s".formatted(ready.size(), superior ? "所属長" : "事務局", rest),
                    approvable.isEmpty());
        }
    }

    private void button(TaskStep step, Set<String> nos, MunicipalityCode town, String words, boolean primary) {
        boolean superior = tasks().anyMatch(CollectionTask::needsApproval);
        String label =
                switch (step) {
                    case SUBMIT -> superior ? "所属長へ提出" : "事務局へ提出";
                    case WITHDRAW -> "引き戻す";
                    case APPROVE, RETURN, CONFIRM -> throw new IllegalArgumentException("not taken here: " + step);
                };
        Button button = new Button(label, click -> ask.ask(step, new TaskSelection(nos, Set.of(town)), words));
        button.addClassName("button");
        if (primary) {
            button.addClassName("primary");
        }
        buttons.add(button);
    }

    private Set<String> numbers(TaskState state, Predicate<CollectionTask> meant) {
        return sheet.rows().stream()
                .filter(row -> {
                    CollectionTask task = row.task();
                    return task != null && task.state() == state && meant.test(task);
                })
                .map(row -> row.indicator().no())
                .collect(Collectors.toSet());
    }

    private boolean isMine(CollectionTask task) {
        return policy.canEnter(actor, sheet.content().plan().owner(), task.municipality(), task.department());
    }

    private static boolean isBegun(EntryRow row) {
        CollectionTask task = row.task();
        return row.stored() != null && task != null && task.state() != TaskState.NOT_STARTED;
    }

    private Stream<CollectionTask> tasks() {
        return sheet.rows().stream().map(EntryRow::task).filter(Objects::nonNull);
    }
}
