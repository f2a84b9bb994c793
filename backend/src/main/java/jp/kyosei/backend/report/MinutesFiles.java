package jp.kyosei.backend.report;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.report.document.MinutesPaper;
import jp.kyosei.backend.report.docx.DocxWriter;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;

/** Gives out 議事要旨 as files, to whoever reads them on the screen. */
@Singleton
public class MinutesFiles {
    private final MeetingService meetings;
    private final MinutesService minutes;

    MinutesFiles(MeetingService meetings, MinutesService minutes) {
        this.meetings = meetings;
        this.minutes = minutes;
    }

    /**
     * The minutes of a meeting; what is not published is marked 案.
     *
     * @param format PDF or Word
     * @throws NotFoundException if there is no such meeting, its minutes are not for this reader, nothing is written yet, or
     *     minutes are not given out in that format
     */
    public ReportFile minutes(Actor actor, MeetingId id, ReportFormat format) {
        Meeting meeting = meetings.meeting(actor, id);
        Minutes found = minutes.minutes(actor, id);
        if (found.version() == 0) {
            throw new NotFoundException();
        }
        String title = "%s　議事要旨".formatted(meeting.title());
        Paper paper = MinutesPaper.of(
                title,
                found.state() == MinutesState.PUBLISHED ? "" : "案",
                List.of("%s　%s".formatted(meeting.plan().title(), JapaneseDay.words(meeting.heldOn()))),
                found.text());
        byte[] bytes =
                switch (format) {
                    case PDF -> PdfWriter.write(title, List.of(paper));
                    case DOCX -> DocxWriter.write(paper);
                    case XLSX, CSV -> throw new NotFoundException();
                };
        return new ReportFile(
                FileNames.harmless(title.replace('　', '_')) + "." + format.extension(),
                "meeting-%s-minutes.%s".formatted(meeting.heldOn(), format.extension()),
                format.contentType(),
                bytes);
    }
}
