package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MissingTextException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.ui.form.Refusable;

/**
 * The form of one thing of a draft. What is typed is kept when the person leaves its field; what is wrong is said at the field
 * and stays there, unsaved, until it is mended.
 */
abstract class ThingForm extends Div {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss");

    private final DraftDesk desk;
    private final Clock clock;
    private final Paragraph saved = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Map<String, Refusable> fields = new LinkedHashMap<>();
    private boolean filling = true;

    ThingForm(DraftDesk desk, Clock clock, String heading) {
        this.desk = desk;
        this.clock = clock;
        addClassName("thing-form");
        saved.addClassName("said");
        saved.getElement().setAttribute("role", "status");
        problem.addClassName("wrong");
        problem.getElement().setAttribute("role", "alert");
        add(new H2(heading), saved, problem);
    }

    /** The draft that it is of. */
    final DraftDesk desk() {
        return desk;
    }

    /** The change that what stands in the fields means; refuses with the field's name where something cannot be read. */
    abstract DraftChange change();

    /** Why it is changed; empty where nothing is said. */
    String reason() {
        return "";
    }

    /** How often the thing was changed, as the form knows it. */
    abstract long seen();

    /** How often it was changed by now. */
    abstract long current();

    /** Takes it that the form knows the thing as it is now. */
    abstract void see();

    /** Keeps what is typed in a field; the name is what the services call it. */
    final <F extends HasValue<?, ?> & Refusable> F keeping(String name, F field) {
        fields.put(name, field);
        field.addValueChangeListener(changed -> keep());
        return field;
    }

    /** A field that says what is wrong with something, and is kept by whoever it is part of. */
    final void names(String name, Refusable field) {
        fields.put(name, field);
    }

    /** The fields are as they are stored; from now on their changes are kept. */
    final void filled() {
        filling = false;
    }

    /** Sends what stands in the fields. */
    final void keep() {
        if (filling) {
            return;
        }
        fields.values().forEach(field -> field.refuse(""));
        problem.setText("");
        try {
            DraftChange change = change();
            desk.change(change, reason());
            see();
            // Reading the draft anew, the form has looked at its own change as at somebody else's.
            problem.setText("");
            saved.setText("保存しました（%s）。".formatted(TIME.format(LocalTime.now(clock))));
        } catch (WrongTextException e) {
            refuse(e.field(), message(e));
        } catch (MissingTextException e) {
            refuse(e.field(), message(e));
        } catch (RefusedException | ForbiddenException e) {
            refuse("", message(e));
        } catch (StaleException e) {
            refuse("", "ほかの人が先に変えました。入力した内容はまだ保存していません。左の一覧でもう一度選ぶと、いまの内容を表示します。");
        }
    }

    private void refuse(String name, String message) {
        saved.setText("");
        Refusable field = fields.get(name);
        if (field == null) {
            problem.setText(message);
        } else {
            field.refuse(message);
            field.lead();
        }
    }

    /** Says so where somebody else has changed the thing meanwhile; what is typed stays. */
    final void look() {
        if (current() != seen()) {
            problem.setText("ほかの人がこの内容を変えました。左の一覧でもう一度選ぶと、いまの内容を表示します。");
        }
    }

    private static String message(RuntimeException refusal) {
        return Objects.requireNonNullElse(refusal.getMessage(), "保存できませんでした。");
    }
}
