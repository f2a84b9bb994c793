package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MinutesState;

/** Says of a meeting when and where it is and how far it has come, as an office would. */
public final class MeetingWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.JAPAN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.JAPAN);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm", Locale.JAPAN);

    private MeetingWords() {}

    static String when(Meeting meeting) {
        LocalTime start = meeting.startsAt();
        String times = start == null
                ? ""
                : " %s〜%s"
                        .formatted(
                                TIME.format(start),
                                Optional.ofNullable(meeting.endsAt())
                                        .map(TIME::format)
                                        .orElse(""));
        return DAY.format(meeting.heldOn()) + times;
    }

    public static String whenAndWhere(Meeting meeting) {
        return Stream.of(when(meeting), meeting.place())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("　"));
    }

    /** Such as 2026年3月5日（木）. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(JapanTime.ZONE));
    }

    /** The comment window as it concerns whoever reads it today. */
    static String window(CommentWindow window, LocalDate today) {
        if (today.isBefore(window.opensOn())) {
            return "意見の受付は%sから".formatted(SHORT_DAY.format(window.opensOn()));
        }
        if (today.isAfter(window.closesOn())) {
            return "意見の受付は終わりました（%sまで）".formatted(SHORT_DAY.format(window.closesOn()));
        }
        long days = ChronoUnit.DAYS.between(today, window.closesOn());
        return days == 0 ? "意見を受付中　きょうまで" : "意見を受付中　あと%d日（%sまで）".formatted(days, SHORT_DAY.format(window.closesOn()));
    }

    /** Where the meeting stands, a chip for each of its parts. */
    static List<Span> chips(Meeting meeting, LocalDate today) {
        if (meeting.isCancelled()) {
            return List.of(chip("中止", "returned"));
        }
        Span window = Optional.ofNullable(meeting.window())
                .map(opening -> chip(window(opening, today), opening.isOpen(today) ? "doing" : "none"))
                .orElseGet(() -> chip("意見の受付なし", "none"));
        return Stream.concat(Stream.of(window), Stream.concat(papers(meeting), Stream.of(minutes(meeting))))
                .toList();
    }

    private static Stream<Span> papers(Meeting meeting) {
        if (meeting.materials().isEmpty()) {
            return Stream.empty();
        }
        long issued = meeting.materials().stream().filter(Material::isIssued).count();
        if (issued == 0) {
            return Stream.of(chip("資料は未発行", "waiting"));
        }
        return Stream.of(
                issued == meeting.materials().size()
                        ? chip("資料を発行済み", "done")
                        : chip(
                                "資料 %d / %d 発行済み"
                                        .formatted(issued, meeting.materials().size()),
                                "waiting"));
    }

    private static Span minutes(Meeting meeting) {
        MinutesState state = meeting.minutes();
        if (state == null) {
            return chip("議事要旨はまだありません", "none");
        }
        return switch (state) {
            case DRAFT -> chip("議事要旨を作成中", "waiting");
            case APPROVED -> chip("議事要旨は承認済み", "doing");
            case PUBLISHED -> chip("議事要旨を公開中", "done");
        };
    }

    private static Span chip(String words, String tone) {
        Span chip = new Span(words);
        chip.addClassName("state-chip");
        chip.getElement().setAttribute("data-tone", tone);
        return chip;
    }
}
