package jp.kyosei.ui.collection.approval;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.approval.ApprovalRow;
import jp.kyosei.backend.collection.approval.ApprovalSheet;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.ui.collection.OpenFindingsQuestion;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;

/** The buttons by which a superior approves or sends back: rows of a sheet, one or all. */
final class ApprovalSteps {
    private final ApprovalDesk desk;
    private final CurrentActor current;
    private final AskPlace place;
    private final Runnable done;

    /** @param done shows what is there after a step */
    ApprovalSteps(ApprovalDesk desk, CurrentActor current, AskPlace place, Runnable done) {
        this.desk = desk;
        this.current = current;
        this.place = place;
        this.done = done;
    }

    Button approve(String label, ApprovalSheet sheet, List<ApprovalRow> rows) {
        return button(label, () -> {
            List<OpenPoint> open = desk.open(current.require(), sheet, numbers(rows));
            OpenFindingsQuestion.of(
                            "%sを承認し、事務局へ提出します。".formatted(named(sheet, rows)),
                            TaskStep.APPROVE,
                            open,
                            () -> step(sheet, TaskStep.APPROVE, rows, "", open))
                    .askIn(place);
        });
    }

    Button sendBack(String label, ApprovalSheet sheet, List<ApprovalRow> rows) {
        return button(label, () -> AskBox.withReason(
                        "%sを担当者へ差し戻します。".formatted(named(sheet, rows)),
                        "差し戻す理由と、直してほしいこと",
                        "差し戻す",
                        reason -> step(sheet, TaskStep.RETURN, rows, reason, List.of()))
                .askIn(place));
    }

    private static Button button(String label, Runnable ask) {
        Button button = new Button(label, click -> ask.run());
        button.addClassName("button");
        return button;
    }

    private static String named(ApprovalSheet sheet, List<ApprovalRow> rows) {
        return rows.size() == 1
                ? "No.%s %s（%s）"
                        .formatted(
                                rows.getFirst().no(),
                                rows.getFirst().entry().indicator().name(),
                                Minus.shown(rows.getFirst().figure()))
                : "%sの%s %d 件"
                        .formatted(
                                sheet.municipalityName(),
                                sheet.round().fiscalYear().longLabel(),
                                rows.size());
    }

    private static Set<String> numbers(List<ApprovalRow> rows) {
        return rows.stream().map(ApprovalRow::no).collect(Collectors.toSet());
    }

    private void step(
            ApprovalSheet sheet, TaskStep step, List<ApprovalRow> rows, String comment, List<OpenPoint> seen) {
        place.attempt(() -> desk.step(current.require(), sheet, step, numbers(rows), comment, seen));
        done.run();
    }
}
