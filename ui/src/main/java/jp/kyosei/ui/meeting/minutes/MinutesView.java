package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.util.Optional;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesRight;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.minutes.RoundService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.publishing.meetings.MeetingPublishing;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.meeting.MeetingPage;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 議事要旨: drafted, written, approved and published by the secretariat; read by everyone once it is published. */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting/minutes", layout = MainLayout.class)
public final class MinutesView extends MeetingPage {
    private static final String TITLE = "議事要旨";

    private final MinutesService service;
    private final AskPlace question = new AskPlace();
    private final MinutesQuestions questions;
    private final Div files = new Div();
    private final ReportDesk reports;
    private final Div text = new Div();
    private final MinutesRoundPart round;
    private final OpenPagePart openPage;
    private final MinutesPreview preview = new MinutesPreview();
    private @Nullable MinutesHeading heading;
    private @Nullable Minutes minutes;
    private @Nullable MinutesEditor editor;
    private String writer = "";

    public MinutesView(
            Sources sources,
            MinutesService service,
            RoundService rounds,
            MeetingPublishing publishing,
            ReportDesk reports,
            Clock clock) {
        super(sources);
        this.service = service;
        this.reports = reports;
        questions = new MinutesQuestions(service, question, new Page());
        round = new MinutesRoundPart(rounds, clock, question, new Page());
        openPage = new OpenPagePart(publishing, reports, question, new Page());
    }

    @Override
    protected void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        Minutes found = service.minutes(actor, shown.id());
        placeAt(content, "%s　%s".formatted(shown.title(), TITLE), meetingsOf(shown), crumbOf(shown));
        addClassName("minutes-page");
        writer = actor.username();
        minutes = null;
        editor = null;
        question.removeAll();
        MinutesHeading above = new MinutesHeading(shown, TITLE, questions);
        heading = above;
        add(above, question, files, text, round, openPage);
        take(found);
    }

    /** The text in the editor is the person's own; a change by somebody else shows when they save. */
    @Override
    protected void follow(Actor actor) {
        if (!question.isAsking()) {
            take(service.minutes(actor, meeting().id()));
            round.show(isWritten());
        }
    }

    private void take(Minutes found) {
        openPage.show(found);
        if (found.equals(minutes)) {
            return;
        }
        minutes = found;
        round.show(isWritten());
        Optional.ofNullable(heading).ifPresent(above -> above.show(found));
        files.removeAll();
        if (found.version() > 0) {
            files.add(ReportLinks.minutes(reports, found.meeting()));
        }
        if (found.may(MinutesRight.SAVE)) {
            edit(found);
        } else {
            editor = null;
            text.removeAll();
            text.add(MinutesPreview.html(found.text()));
        }
    }

    private boolean isWritten() {
        return Optional.ofNullable(minutes).map(Minutes::version).orElse(0L) > 0;
    }

    private void edit(Minutes found) {
        MinutesEditor shown = editor;
        if (shown == null) {
            shown = new MinutesEditor(
                    new MinutesSaving(service, this::actor, meeting().id(), this::take, preview::show));
            editor = shown;
            preview.setVisible(false);
            text.removeAll();
            text.add(shown, preview);
        }
        shown.setContent(content(found));
    }

    private MinutesEditor.Content content(Minutes found) {
        return new MinutesEditor.Content(
                "%s/%s".formatted(found.meeting().value(), writer), found.text(), Long.toString(found.version()));
    }

    private final class Page implements MinutesQuestions.Page, MinutesRoundPart.Page {
        @Override
        public Actor actor() {
            return MinutesView.this.actor();
        }

        @Override
        public MeetingId meeting() {
            return MinutesView.this.meeting().id();
        }

        @Override
        public long version() {
            return Optional.ofNullable(minutes).map(Minutes::version).orElse(0L);
        }

        @Override
        public void showAgain() {
            take(service.minutes(actor(), meeting()));
            round.show(isWritten());
        }

        @Override
        public void take(Minutes found) {
            MinutesView.this.take(found);
        }

        @Override
        public void takeDraft(Minutes drafted) {
            MinutesView.this.take(drafted);
            Optional.ofNullable(editor).ifPresent(shown -> shown.replaceContent(content(drafted)));
        }

        @Override
        public void whenSaved(Runnable saved, Runnable unsaved) {
            Optional.ofNullable(editor).ifPresent(shown -> shown.whenSaved(saved, unsaved));
        }
    }
}
