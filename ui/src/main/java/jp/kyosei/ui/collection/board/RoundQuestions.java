package jp.kyosei.ui.collection.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.kyosei.backend.collection.AnsweredTasksException;
import jp.kyosei.backend.collection.RoundChange;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.collection.OpenFindingsQuestion;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.DateBox;

/** Asks the secretariat before something is done with a round, and does it when the answer is yes. */
final class RoundQuestions {
    private static final int USUAL_DAYS = 14;

    private final RoundDesk desk;
    private final RoundDesk.Spot spot;
    private final AskPlace place;
    private final BoardParts parts;
    private final Runnable shownAnew;

    /** @param shownAnew shows what is there after something was done */
    RoundQuestions(RoundDesk desk, RoundDesk.Spot spot, AskPlace place, BoardParts parts, Runnable shownAnew) {
        this.desk = desk;
        this.spot = spot;
        this.place = place;
        this.parts = parts;
        this.shownAnew = shownAnew;
    }

    void confirm() {
        Map<String, Set<MunicipalityCode>> chosen = parts.chosen();
        int count = count(chosen);
        if (count == 0) {
            place.say("確定するものを、表の左のチェックで選んでください。");
            return;
        }
        List<OpenPoint> open = desk.open(spot, TaskStep.CONFIRM, chosen);
        OpenFindingsQuestion.of(
                        "%d 件を確定します。確定すると、町では直せなくなります。".formatted(count),
                        TaskStep.CONFIRM,
                        open,
                        () -> step(TaskStep.CONFIRM, chosen, "", open))
                .askIn(place);
    }

    void sendBack() {
        Map<String, Set<MunicipalityCode>> chosen = parts.chosen();
        int count = count(chosen);
        if (count == 0) {
            place.say("差し戻すものを、表の左のチェックで選んでください。");
            return;
        }
        AskBox.withReason(
                        "%d 件を差し戻します。担当課にメールで届きます。".formatted(count),
                        "差し戻す理由と、直してほしいこと",
                        "差し戻す",
                        comment -> step(TaskStep.RETURN, chosen, comment, List.of()))
                .askIn(place);
    }

    /** Where no superior can: with a reason, which stays in the history. */
    void approveInPlace() {
        Map<String, Set<MunicipalityCode>> chosen = parts.chosenIn(TaskState.AWAITING_APPROVAL);
        int count = count(chosen);
        if (count == 0) {
            place.say("承認待ちのものを、表の左のチェックで選んでください。");
            return;
        }
        List<OpenPoint> open = desk.open(spot, TaskStep.APPROVE, chosen);
        OpenFindingsQuestion.withReason(
                        "承認待ちの %d 件を、所属長に代わって承認します。承認すると提出済みになります。理由は履歴に残ります。".formatted(count),
                        "所属長に代わって承認する理由",
                        TaskStep.APPROVE,
                        open,
                        reason -> step(TaskStep.APPROVE, chosen, reason, open))
                .askIn(place);
    }

    void remindAll() {
        remind("まだ提出していない担当課", TaskSelection.ALL);
    }

    /** @param whom a town or a department, in words */
    void remind(String whom, TaskSelection selection) {
        AskBox.of(
                        "%sへ、督促のメールを送ります。同じ日に同じ課へ2通は送りません。".formatted(whom),
                        "督促を送る",
                        () -> attempt(() -> desk.remind(spot, selection)))
                .askIn(place);
    }

    /** @param until the day by which answers are due now */
    void extendChosen(LocalDate until) {
        Map<String, Set<MunicipalityCode>> chosen = parts.chosen();
        DateBox day = new DateBox("新しい期限", until.plusDays(USUAL_DAYS));
        AskBox box = AskBox.withReason(
                "%d 件の期限を変えます。担当課にメールで届きます。".formatted(count(chosen)),
                "変える理由",
                "期限を変える",
                reason -> attempt(() -> {
                    String said = desk.extend(spot, typed(day), chosen, reason);
                    parts.unchoose();
                    return said;
                }));
        box.addComponentAtIndex(1, day);
        box.askIn(place);
    }

    void takeOutChosen() {
        Map<String, Set<MunicipalityCode>> chosen = parts.chosen();
        AskBox.of(
                        "%d 件を照会から外します。入力されたものは残ります。".formatted(count(chosen)),
                        "照会から外す",
                        () -> askingBeforeAnswersGo(acknowledged -> {
                            String said = desk.takeOut(spot, chosen, acknowledged);
                            parts.unchoose();
                            return said;
                        }))
                .askIn(place);
    }

    void change(RoundChange wanted) {
        askingBeforeAnswersGo(acknowledged -> desk.change(spot, acknowledged ? wanted.acknowledging() : wanted));
    }

    /** Does it, or asks first where something would go that somebody has answered. */
    private void askingBeforeAnswersGo(Function<Boolean, String> work) {
        try {
            String said = work.apply(false);
            place.say(said);
            shownAnew.run();
        } catch (AnsweredTasksException answered) {
            AskBox.of(answered.getMessage() + "外しますか。", "外す", () -> attempt(() -> work.apply(true)))
                    .askIn(place);
        } catch (RefusedException | ForbiddenException e) {
            place.say(Optional.ofNullable(e.getMessage()).orElse("できませんでした。"));
        }
    }

    private static LocalDate typed(DateBox day) {
        return day.day().orElseThrow(() -> new RefusedException("新しい期限の日を入力してください。"));
    }

    /** @param until the day by which answers are due now */
    void extend(LocalDate until) {
        DateBox day = new DateBox("新しい期限", until.plusDays(USUAL_DAYS));
        AskBox box = AskBox.withReason(
                "照会全体の期限を延ばします。", "延ばす理由", "期限を延ばす", reason -> attempt(() -> desk.extend(spot, typed(day), reason)));
        box.addComponentAtIndex(1, day);
        box.askIn(place);
    }

    void close() {
        AskBox.of("照会を締め切ります。以後、町は入力できません（再開できます）。", "締め切る", () -> attempt(() -> desk.close(spot)))
                .askIn(place);
    }

    void reopen() {
        AskBox.withReason("締め切った照会を再開します。", "再開する理由", "再開する", reason -> attempt(() -> desk.reopen(spot, reason)))
                .askIn(place);
    }

    private static int count(Map<String, Set<MunicipalityCode>> chosen) {
        return chosen.values().stream().mapToInt(Set::size).sum();
    }

    private void step(TaskStep step, Map<String, Set<MunicipalityCode>> chosen, String comment, List<OpenPoint> seen) {
        attempt(() -> {
            String said = desk.step(spot, step, chosen, comment, seen);
            parts.unchoose();
            return said;
        });
    }

    private void attempt(Supplier<String> work) {
        place.attempt(work);
        shownAnew.run();
    }
}
