package jp.kyosei.backend.meeting;

import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A meeting of the demonstration committee, on a backend of its own. */
abstract class MeetingCase {
    static final String VISION = "ichinoseki-hiraizumi-vision-2";
    static final FiscalYear R4 = new FiscalYear(2022);
    static final FiscalYear R5 = new FiscalYear(2023);
    static final MunicipalityCode ICHINOSEKI_CITY = new MunicipalityCode("032093");
    /** Reported by 一関市. */
    static final String CORRECTED = "14";
    /** 圏域内の宿泊者数, reported by both towns. */
    static final String GUESTS = "9";

    static RunningBackend backend;

    final MeetingService meetings = bean(MeetingService.class);
    final PaperService papers = bean(PaperService.class);
    final OutcomeService outcomes = bean(OutcomeService.class);
    final MinutesService minutes = bean(MinutesService.class);
    final NoteWriting writing = bean(NoteWriting.class);
    final NoteChanging changing = bean(NoteChanging.class);
    final EntryService entries = bean(EntryService.class);

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    Meeting plan(FiscalYear year, MaterialKind... kinds) {
        return plan(Meetings.of(year, kinds));
    }

    Meeting plan(MeetingPlan typed) {
        return meetings.plan(secretariat(), VISION, typed);
    }

    Note note(Actor actor, Visibility visibility, String text) {
        return writing.write(
                actor, VISION, new NewNote(new NoteTarget.Indicator(GUESTS), R4, NoteKind.OPINION, visibility, text));
    }

    static Actor secretariat() {
        return user(DemonstrationUser.SECRETARIAT);
    }

    static Actor user(DemonstrationUser user) {
        return backend.user(user);
    }

    /** Of the backend that runs by now. */
    static <T> T bean(Class<T> type) {
        return backend.bean(type);
    }
}
