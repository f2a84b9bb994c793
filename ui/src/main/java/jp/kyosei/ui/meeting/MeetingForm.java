package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.Refusable;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.form.TimeBox;

/** What the secretariat types of a meeting. All that is wrong is said at once, each at its field; nothing typed is lost. */
final class MeetingForm extends Div {
    private static final String UNREADABLE_DAY = "日を、年・月・日まで入力してください。";
    private static final String UNREADABLE_TIME = "時刻を、13:30 のように入力してください。";
    private static final Set<String> UNREADABLE = Set.of(UNREADABLE_DAY, UNREADABLE_TIME);

    private final MeetingPlan begun;
    private final Binder<MeetingPlan> binder = new Binder<>(MeetingPlan.class);
    private final LineBox title = new LineBox("懇談会の名称").of(TextKind.NAME);
    private final PlainSelect year;
    private final DateBox heldOn = new DateBox("開催日");
    private final TimeBox startsAt = new TimeBox("開始（任意）");
    private final TimeBox endsAt = new TimeBox("終了（任意）");
    private final LineBox place = new LineBox("場所").of(TextKind.NAME);
    private final DateBox opensOn = new DateBox("意見の受付を始める日").hint("受け付けないときは、両方を空けておきます。");
    private final DateBox closesOn = new DateBox("意見の受付を終える日").hint("この日まで書けます。");
    private final TextBox agenda = new TextBox("次第", 5).hint("1行に1つずつ書きます。空白か (1) で始まる行は、その上の項目の下に入ります。");
    private final TextBox participants = new TextBox("出席者", 6)
            .hint("1行に1人ずつ、氏名、所属、役職の順に「、」かタブで区切ります。Excel から貼り付けられます。" + "【市町出席者】の行より下は、役職、氏名、備考の順に書きます。");
    private final MaterialChoices materials = new MaterialChoices();
    /** By the name of what is typed, as its problems name it. */
    private final Map<String, Refusable> fields = new LinkedHashMap<>();

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
        bind();
        binder.readRecord(begun);
        summary.addClassName("problem-summary");
        summary.getElement().setAttribute("role", "alert");
        Button send = new Button(saveLabel, click -> send(save));
        send.addClassNames("button", "primary");
        Div buttons = new Div(send);
        buttons.addClassNames("button-row", "form-buttons");
        add(
                wide(title),
                row(year, heldOn, startsAt, endsAt),
                wide(place),
                row(opensOn, closesOn),
                agenda,
                participants,
                materials,
                summary,
                buttons);
    }

    /** What is wrong with it, the plan itself knows, all at once; so no field judges alone. */
    private void bind() {
        binder.setDefaultValidatorsEnabled(false);
        bind("title", binder.forField(title), title);
        bind(
                "fiscalYear",
                binder.forField(year)
                        .withConverter(
                                chosen -> new FiscalYear(Integer.parseInt(chosen)),
                                known -> Integer.toString(known.year())),
                year);
        // Where a day cannot be read, the day that stood there, so that the rest is checked as well.
        bind(
                "heldOn",
                binder.forField(heldOn)
                        .withConverter(day -> Optional.ofNullable(day).orElse(begun.heldOn()), day -> day),
                heldOn);
        bind("startsAt", binder.forField(startsAt), startsAt);
        bind("endsAt", binder.forField(endsAt), endsAt);
        bind("place", binder.forField(place), place);
        bind("commentsOpenOn", binder.forField(opensOn), opensOn);
        bind("commentsCloseOn", binder.forField(closesOn), closesOn);
        bind(
                "agenda",
                binder.forField(agenda)
                        .withConverter(
                                text -> text.lines()
                                        .filter(line -> !line.isBlank())
                                        .toList(),
                                lines -> String.join("\n", lines)),
                agenda);
        bind(
                "participants",
                binder.forField(participants)
                        .withConverter(
                                text -> ParticipantLines.read(text, begun.participants()), ParticipantLines::write),
                participants);
        bind("materials", binder.forField(materials), materials);
    }

    private <T> void bind(String name, Binder.BindingBuilder<MeetingPlan, T> builder, Refusable field) {
        builder.bind(name);
        fields.put(name, field);
    }

    private static <C extends Component & HasSize> C wide(C field) {
        field.setWidthFull();
        return field;
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("form-row");
        return row;
    }

    private void send(Consumer<MeetingPlan> save) {
        Map<String, String> problems = new LinkedHashMap<>();
        unreadable(problems);
        MeetingPlan typed = typed();
        typed.problems()
                .forEach(problem -> problems.merge(
                        fieldOf(problem.field()),
                        problem.message(),
                        (first, more) ->
                                UNREADABLE.contains(first) || first.contains(more) ? first : first + " " + more));
        fields.forEach((name, field) -> field.refuse(problems.getOrDefault(name, "")));
        if (!problems.isEmpty()) {
            summary.setText("%d か所を直してください。入力したものは残っています。".formatted(problems.size()));
            fields.values().stream().filter(Refusable::isInvalid).findFirst().ifPresent(Refusable::lead);
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

    private void unreadable(Map<String, String> problems) {
        if (heldOn.day().isEmpty()) {
            problems.put("heldOn", UNREADABLE_DAY);
        }
        Map.of("commentsOpenOn", opensOn, "commentsCloseOn", closesOn).forEach((name, box) -> {
            if (box.isUnreadable()) {
                problems.put(name, UNREADABLE_DAY);
            }
        });
        Map.of("startsAt", startsAt, "endsAt", endsAt).forEach((name, box) -> {
            if (box.isUnreadable()) {
                problems.put(name, UNREADABLE_TIME);
            }
        });
    }

    private MeetingPlan typed() {
        try {
            return binder.writeRecord();
        } catch (ValidationException e) {
            throw new IllegalStateException("No field of this form judges alone", e);
        }
    }

    /** The field of {@code participants[2].name} is {@code participants}. */
    private String fieldOf(String problem) {
        return List.of(problem.split("[\\[.]", 2)).getFirst();
    }
}
