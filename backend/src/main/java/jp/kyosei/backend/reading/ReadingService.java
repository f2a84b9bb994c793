package jp.kyosei.backend.reading;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.thread.NoteFollowing;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Leads a reader through the indicators of a plan, and remembers for each person alone how far they came. */
@Singleton
public class ReadingService {
    private final ResultsService results;
    private final NoteReading discussion;
    private final NoteFollowing following;
    private final ReadingRepository readings;
    private final TenantDoor door;
    private final Clock clock;

    ReadingService(
            ResultsService results,
            NoteReading discussion,
            NoteFollowing following,
            ReadingRepository readings,
            TenantDoor door,
            Clock clock) {
        this.results = results;
        this.discussion = discussion;
        this.following = following;
        this.readings = readings;
        this.door = door;
        this.clock = clock;
    }

    /**
     * The indicators of a plan with the reader's marks.
     *
     * @param year none for the year of the meeting that takes comments, else the latest with results
     * @throws NotFoundException if there is no such plan, or it is another owner's
     */
    public ReadingList list(Actor actor, String plan, @Nullable FiscalYear year) {
        return door.read(actor, () -> {
            Discussion notes = discussion.overview(actor, plan, year);
            ResultsSheet sheet = results.results(actor, plan, year(year, notes));
            Discussion ofYear = sheet.fiscalYear().equals(notes.fiscalYear())
                    ? notes
                    : discussion.overview(actor, plan, sheet.fiscalYear());
            Map<String, List<Note>> byNo = ofYear.notes().stream()
                    .filter(note -> !note.isWithdrawn() && note.subject() instanceof NoteSubject.OfIndicator)
                    .collect(Collectors.groupingBy(
                            note -> note.subject() instanceof NoteSubject.OfIndicator indicator ? indicator.no() : ""));
            Set<UUID> read = new HashSet<>(readings.read(
                    sheet.content().plan().owner().value(),
                    actor.person().value(),
                    sheet.fiscalYear().year()));
            return new ReadingList(
                    sheet.content(),
                    sheet.fiscalYear(),
                    sheet.rows().stream()
                            .map(row -> line(
                                    actor,
                                    row,
                                    read.contains(row.indicator().id().value()),
                                    byNo.getOrDefault(row.indicator().no(), List.of())))
                            .toList(),
                    ofYear.writing());
        });
    }

    private static @Nullable FiscalYear year(@Nullable FiscalYear wanted, Discussion notes) {
        CommentWindow window = notes.writing().window();
        if (wanted != null || window == null) {
            return wanted;
        }
        return window.fiscalYear();
    }

    private static ReadingList.Line line(Actor actor, ResultsRow row, boolean read, List<Note> notes) {
        return new ReadingList.Line(
                row,
                read,
                notes.size(),
                (int) notes.stream()
                        .filter(note -> note.author().person().equals(actor.person()))
                        .count(),
                (int) notes.stream().filter(note -> note.mark() != Mark.READ).count());
    }

    /**
     * One indicator with the notes on it.
     *
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     */
    public ReadingPage page(Actor actor, String plan, FiscalYear year, String no) {
        return door.read(
                actor,
                () -> new ReadingPage(
                        results.indicator(actor, plan, no, year),
                        discussion.pad(actor, plan, new NoteTarget.Indicator(no), year)));
    }

    /**
     * Keeps that the actor has opened the page, and read the notes on it as they are now.
     *
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     */
    public void markRead(Actor actor, String plan, FiscalYear year, String no) {
        door.write(actor, () -> {
            NotePad pad = discussion.pad(actor, plan, new NoteTarget.Indicator(no), year);
            if (pad.subject() instanceof NoteSubject.OfIndicator indicator) {
                readings.markRead(
                        pad.content().plan().owner().value(),
                        actor.person().value(),
                        indicator.id().value(),
                        year.year(),
                        clock.instant());
            }
            following.markRead(actor, plan, pad.notes().stream().map(Note::id).toList());
            return true;
        });
    }
}
