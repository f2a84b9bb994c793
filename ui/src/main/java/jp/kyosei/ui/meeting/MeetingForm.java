package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.FormField;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.form.TimeBox;

/** What the secretariat types of a meeting. All that is wrong is said at once, each at its field; nothing typed is lost. */
final class MeetingForm extends Div {
    private static final String UNREADABLE_DAY = "日を、年・月・日まで入力してください。";

    private final MeetingPlan begun;
    private final LineBox title = new LineBox("懇談会の名称").of(TextKind.NAME);
    private final PlainSelect year;
    private final DateBox heldOn = new DateBox("開催日");
    private final TimeBox startsAt = new TimeBox("開始");
    private final TimeBox endsAt = new TimeBox("終了");
    private final LineBox place = new LineBox("場所").of(TextKind.NAME);
    private final DateBox opensOn = new DateBox("意見の受付を始める日");
    private final DateBox closesOn = new DateBox("意見の受付を終える日");
    private final TextBox agenda = new TextBox("次第", 5);
    private final TextBox participants = new TextBox("出席者", 6);
    private final MaterialChoices materials;
    /** By the name of what is typed, as its problems name it. */
    private final Map<String, FormField> fields = new LinkedHashMap<>();

    private final Paragraph summary = new Paragraph();

    /**
     * Makes a form.
     *
     * @param begun what stands in it at first
     * @param save keeps what is typed; may refuse
     */
    MeetingForm(Plan plan, MeetingPlan begun, String saveLabel, Consumer<MeetingPlan> save) {
        this.begun = begun;
        addClassName("meeting-form");
        Map<String, String> years = new LinkedHashMap<>();
        plan.fiscalYears().forEach(choice -> years.put(Integer.toString(choice.year()), choice.longLabel()));
        year = new PlainSelect("どの年度の実績について", years);
        materials = new MaterialChoices(begun.materials());
        fill();
        summary.addClassName("problem-summary");
        summary.getElement().setAttribute("role", "alert");
        NativeButton send = new NativeButton(saveLabel, click -> send(save));
        send.addClassNames("button", "primary");
        Div buttons = new Div(send);
        buttons.addClassNames("button-row", "form-buttons");
        add(
                field("title", "懇談会の名称", "", title),
                row(
                        field("fiscalYear", "どの年度の実績について", "", year),
                        field("heldOn", "開催日", "", heldOn),
                        field("startsAt", "開始（任意）", "", startsAt),
                        field("endsAt", "終了（任意）", "", endsAt)),
                field("place", "場所", "", place),
                row(
                        field("commentsOpenOn", "意見の受付を始める日", "受け付けないときは、両方を空けておきます。", opensOn),
                        field("commentsCloseOn", "意見の受付を終える日", "この日まで書けます。", closesOn)),
                field("agenda", "次第", "1行に1つずつ書きます。", agenda),
                field("participants", "出席者", "1行に1人ずつ、氏名、所属、役職の順に「、」かタブで区切ります。Excel から貼り付けられます。", participants),
                field("materials", "資料", "選んだ順に資料No.が付きます。", materials),
                summary,
                buttons);
    }

    private void fill() {
        title.setValue(begun.title());
        year.setValue(Integer.toString(begun.fiscalYear().year()));
        heldOn.setValue(begun.heldOn().toString());
        Optional.ofNullable(begun.startsAt()).map(LocalTime::toString).ifPresent(startsAt::setValue);
        Optional.ofNullable(begun.endsAt()).map(LocalTime::toString).ifPresent(endsAt::setValue);
        place.setValue(begun.place());
        Optional.ofNullable(begun.commentsOpenOn()).map(LocalDate::toString).ifPresent(opensOn::setValue);
        Optional.ofNullable(begun.commentsCloseOn()).map(LocalDate::toString).ifPresent(closesOn::setValue);
        agenda.setValue(String.join("\n", begun.agenda()));
        participants.setValue(ParticipantLines.write(begun.participants()));
    }

    private FormField field(String name, String label, String hint, Component component) {
        FormField field = new FormField(label, hint, component);
        fields.put(name, field);
        return field;
    }

    private static Div row(FormField... parts) {
        Div row = new Div(parts);
        row.addClassName("form-row");
        return row;
    }

    private void send(Consumer<MeetingPlan> save) {
        Map<String, String> problems = new LinkedHashMap<>();
        MeetingPlan typed = typed(problems);
        typed.problems()
                .forEach(problem -> problems.merge(
                        fieldOf(problem.field()),
                        problem.message(),
                        (first, more) ->
                                first.equals(UNREADABLE_DAY) || first.contains(more) ? first : first + " " + more));
        fields.forEach((name, field) -> field.refuse(problems.getOrDefault(name, "")));
        if (!problems.isEmpty()) {
            summary.setText("%d か所を直してください。入力したものは残っています。".formatted(problems.size()));
            fields.values().stream().filter(FormField::isRefused).findFirst().ifPresent(FormField::focus);
            return;
        }
        summary.setText("");
        try {
            save.accept(typed);
        } catch (RefusedException | ForbiddenException e) {
            summary.setText(Optional.ofNullable(e.getMessage()).orElse("保存できませんでした。入力したものは残っています。"));
        } catch (StaleException e) {
            summary.setText("ほかの人が先にこの懇談会を変更しました。入力したものは残っています。別の画面で最新の内容を開いて、比べてから入力し直してください。");
        }
    }

    /** What is typed; where a day cannot be read, the day that stood there, so that the rest is checked as well. */
    private MeetingPlan typed(Map<String, String> problems) {
        if (heldOn.day().isEmpty()) {
            problems.put("heldOn", UNREADABLE_DAY);
        }
        return new MeetingPlan(
                new FiscalYear(Integer.parseInt(year.getValue())),
                title.getValue(),
                heldOn.day().orElse(begun.heldOn()),
                startsAt.time().orElse(null),
                endsAt.time().orElse(null),
                place.getValue(),
                opensOn.day().orElse(null),
                closesOn.day().orElse(null),
                agenda.getValue().lines().filter(line -> !line.isBlank()).toList(),
                ParticipantLines.read(participants.getValue(), begun.participants()),
                materials.chosen());
    }

    /** The field of {@code participants[2].name} is {@code participants}. */
    private String fieldOf(String problem) {
        return List.of(problem.split("[\\[.]", 2)).getFirst();
    }
}
