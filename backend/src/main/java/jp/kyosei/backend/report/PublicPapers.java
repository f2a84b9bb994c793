package jp.kyosei.backend.report;

import jakarta.inject.Singleton;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.report.document.PackPapers;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.tenancy.Actor;

/**
 * The papers of a meeting as everybody may have them: 次第 and the papers of figures as issued last. Lists of notes and of
 * participants are handed out at the meeting alone, and what a paper took the place of is told to nobody.
 */
@Singleton
public class PublicPapers {
    private final PaperService papers;
    private final ExpensiveWork work;

    PublicPapers(PaperService papers, ExpensiveWork work) {
        this.papers = papers;
        this.work = work;
    }

    /** PDF, and what it holds. It is written once and not changed. */
    public static final class Made {
        private final MeetingPack pack;
        private final byte[] bytes;

        private Made(MeetingPack pack, byte[] bytes) {
            this.pack = pack;
            this.bytes = bytes;
        }

        public MeetingPack pack() {
            return pack;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** To be saved. */
        public ReportFile file() {
            return new ReportFile(
                    FileNames.harmless(PackPapers.title(pack.meeting()).replace('　', '_')) + "_公開用.pdf",
                    "meeting-%s-public.pdf".formatted(pack.meeting().heldOn()),
                    ReportFormat.PDF.contentType(),
                    bytes.clone());
        }
    }

    /**
     * Made for this reader.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, or it is another owner's
     * @throws jp.kyosei.backend.load.BusyException if too many are being made
     */
    public Made papers(Actor actor, MeetingId meeting) {
        return work.run(actor.person(), () -> {
            MeetingPack whole = papers.pack(actor, meeting);
            MeetingPack pack = new MeetingPack(
                    whole.meeting(),
                    whole.ownerName(),
                    whole.papers().stream()
                            .filter(given -> given.paper().material().kind() != MaterialKind.NOTES)
                            .map(MeetingPack.Given::alone)
                            .toList());
            return new Made(pack, PdfWriter.write(PackPapers.title(pack.meeting()), PackPapers.forEverybody(pack)));
        });
    }
}
