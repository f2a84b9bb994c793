package jp.kyosei.ui.meeting;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.StaleException;

/** Marks who came. Who else has changed the list meanwhile has chosen for somebody else: this one choice is made in theirs. */
final class AttendanceDesk {
    private final MeetingPage page;
    private final MeetingService meetings;

    AttendanceDesk(MeetingPage page, MeetingService meetings) {
        this.page = page;
        this.meetings = meetings;
    }

    void attend(int place, Participant participant, Attendance chosen) {
        Actor actor = page.actor();
        try {
            mark(actor, place, participant, chosen);
        } catch (StaleException e) {
            page.readAgain(actor);
            mark(actor, place, participant, chosen);
        }
        page.reload();
    }

    private void mark(Actor actor, int place, Participant participant, Attendance chosen) {
        page.keep(meetings.attendance(
                actor, page.meeting().id(), page.meeting().version(), chosen(place, participant, chosen)));
    }

    private List<Participant> chosen(int place, Participant participant, Attendance chosen) {
        List<Participant> participants = new ArrayList<>(page.meeting().participants());
        if (place >= participants.size() || !participants.get(place).name().equals(participant.name())) {
            throw new StaleException();
        }
        participants.set(
                place, new Participant(participant.name(), participant.affiliation(), participant.office(), chosen));
        return participants;
    }
}
