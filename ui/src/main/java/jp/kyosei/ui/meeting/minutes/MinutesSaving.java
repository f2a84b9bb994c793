package jp.kyosei.ui.meeting.minutes;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesRight;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;

/** Keeps what the editor sends, and says to it what has become of it. */
record MinutesSaving(
        MinutesService service,
        Supplier<Actor> actor,
        MeetingId meeting,
        Consumer<Minutes> show,
        Consumer<String> showPreview)
        implements MinutesEditor.Desk {
    @Override
    public MinutesEditor.Answer save(String typed, long version) {
        Actor writer = actor.get();
        try {
            Minutes saved = service.save(writer, meeting, version, typed);
            show.accept(saved);
            return new MinutesEditor.Answer(true, saved.text(), Long.toString(saved.version()), "", "");
        } catch (StaleException e) {
            Minutes theirs = service.minutes(writer, meeting);
            return new MinutesEditor.Answer(
                    false,
                    theirs.text(),
                    Long.toString(theirs.version()),
                    theirs.may(MinutesRight.SAVE) ? "" : "先に承認されたため、いまは直せません。",
                    "");
        } catch (RefusedException | ForbiddenException e) {
            return new MinutesEditor.Answer(
                    false, "", "", Optional.ofNullable(e.getMessage()).orElse("保存できませんでした。"), "");
        }
    }

    @Override
    public void preview(String typed) {
        showPreview.accept(typed);
    }
}
