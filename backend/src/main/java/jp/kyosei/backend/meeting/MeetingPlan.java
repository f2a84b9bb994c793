package jp.kyosei.backend.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat types of a meeting.
 *
 * @param commentsOpenOn first day on which the committee writes notes; none with {@code commentsCloseOn} for no window
 * @param commentsCloseOn last day, included
 * @param agenda a line each; those under another begin with a full-width space, see {@link Agenda}
 * @param materials in order; the first is 資料No.1 unless it has another mark
 */
public record MeetingPlan(
        FiscalYear fiscalYear,
        String title,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        String place,
        @Nullable LocalDate commentsOpenOn,
        @Nullable LocalDate commentsCloseOn,
        List<String> agenda,
        List<Participant> participants,
        List<Paper> materials) {
    /** Of a line, in characters: {@link TextKind#NAME}. */
    public static final int MAX_LENGTH = TextKind.NAME.most();

    private static final String NO_LINE = "「%s」は1行で入れてください。改行など、文字として扱えないものは使えません。";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    public static final int MOST_AGENDA_ITEMS = 50;
    public static final int MOST_PARTICIPANTS = 200;
    public static final int MOST_MATERIALS = 30;

    public MeetingPlan {
        title = TextKind.cleaned(title).strip();
        place = TextKind.cleaned(place).strip();
        agenda = Agenda.lines(agenda);
        participants = List.copyOf(participants);
        materials = List.copyOf(materials);
    }

    /**
     * A paper to be prepared.
     *
     * @param mark what is printed on it, such as 資料8; empty for 資料No. with its place
     * @param words sentences of the office, a paragraph a line; may be empty
     */
    public record Paper(String title, MaterialKind kind, String mark, String words) {
        public Paper {
            title = TextKind.cleaned(title).strip();
            mark = TextKind.cleaned(mark).strip();
            words = TextKind.cleaned(words).strip();
        }

        /** Under the usual mark, and without words of the office. */
        public Paper(String title, MaterialKind kind) {
            this(title, kind, "", "");
        }
    }

    /**
     * Something typed that cannot be.
     *
     * @param field the component, such as {@code heldOn}, or {@code participants[2].name}
     * @param message in Japanese, names the field and says what to do
     */
    public record Problem(String field, String message) {}

    /** All that is wrong with it; empty if nothing is. */
    public List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        line(found, "title", "会議名", title, true);
        line(found, "place", "場所", place, false);
        if (heldOn.getYear() < FIRST_YEAR || heldOn.getYear() > LAST_YEAR) {
            found.add(new Problem("heldOn", "「開催日」の年を確かめてください。"));
        }
        LocalTime from = startsAt;
        LocalTime to = endsAt;
        if (to != null && (from == null || !to.isAfter(from))) {
            found.add(new Problem("endsAt", "「終了時刻」は、開始時刻より後にしてください。"));
        }
        window(found);
        count(found, "agenda", "次第", agenda.size(), MOST_AGENDA_ITEMS);
        for (int index = 0; index < agenda.size(); index++) {
            line(found, "agenda[%d]".formatted(index), "次第の%d番目".formatted(index + 1), agenda.get(index), true);
        }
        found.addAll(problems(participants));
        count(found, "materials", "資料", materials.size(), MOST_MATERIALS);
        for (int index = 0; index < materials.size(); index++) {
            paper(found, index, materials.get(index));
        }
        return List.copyOf(found);
    }

    /** All that is wrong with a list of participants; empty if nothing is. */
    public static List<Problem> problems(List<Participant> participants) {
        List<Problem> found = new ArrayList<>();
        count(found, "participants", "出席者", participants.size(), MOST_PARTICIPANTS);
        for (int index = 0; index < participants.size(); index++) {
            Participant participant = participants.get(index);
            String field = "participants[%d].".formatted(index);
            String whose = "出席者の%d番目の".formatted(index + 1);
            line(found, field + "name", whose + "氏名", participant.name(), true);
            line(found, field + "affiliation", whose + "所属", participant.affiliation(), false);
            line(found, field + "office", whose + "役職", participant.office(), false);
            line(found, field + "remark", whose + "備考", participant.remark(), false);
        }
        return List.copyOf(found);
    }

    private static void paper(List<Problem> found, int index, Paper paper) {
        String field = "materials[%d].".formatted(index);
        String whose = Material.label(paper.mark(), index + 1, 0);
        line(found, field + "title", whose + "の名称", paper.title(), true);
        line(found, field + "mark", "資料番号", paper.mark(), false);
        if (paper.mark().length() > TextKind.CODE.most()) {
            found.add(new Problem(field + "mark", "「資料番号」は %d 字までです。短くしてください。".formatted(TextKind.CODE.most())));
        }
        switch (TextKind.NARRATIVE.read(paper.words())) {
            case TextReading.Good good -> {
                // May have lines.
            }
            case TextReading.TooLong tooLong ->
                found.add(new Problem(
                        field + "words", "「%sに載せる文」は %d 字までです。短くしてください。".formatted(whose, TextKind.NARRATIVE.most())));
            case TextReading.Wrong wrong ->
                found.add(new Problem(field + "words", "「%sに載せる文」に、文字として扱えないものがあります。取り除いてください。".formatted(whose)));
        }
    }

    private void window(List<Problem> found) {
        LocalDate opens = commentsOpenOn;
        LocalDate closes = commentsCloseOn;
        if (opens == null && closes == null) {
            return;
        }
        if (opens == null) {
            found.add(new Problem("commentsOpenOn", "「意見の受付開始日」を入れるか、締切日を空にしてください。"));
        } else if (closes == null) {
            found.add(new Problem("commentsCloseOn", "「意見の締切日」を入れるか、受付開始日を空にしてください。"));
        } else if (closes.isBefore(opens)) {
            found.add(new Problem("commentsCloseOn", "「意見の締切日」は、受付開始日以後の日にしてください。"));
        } else if (closes.isAfter(heldOn)) {
            found.add(new Problem("commentsCloseOn", "「意見の締切日」は、開催日までの日にしてください。"));
        }
    }

    private static void line(List<Problem> found, String field, String name, String text, boolean required) {
        switch (TextKind.NAME.read(text)) {
            case TextReading.Good good -> {
                if (required && text.isBlank()) {
                    found.add(new Problem(field, "「%s」を入れてください。".formatted(name)));
                } else if (text.indexOf('\t') >= 0) {
                    found.add(new Problem(field, NO_LINE.formatted(name)));
                }
            }
            case TextReading.TooLong tooLong ->
                found.add(new Problem(field, "「%s」は %d 字までです。短くしてください。".formatted(name, MAX_LENGTH)));
            case TextReading.Wrong wrong -> found.add(new Problem(field, NO_LINE.formatted(name)));
        }
    }

    private static void count(List<Problem> found, String field, String name, int count, int most) {
        if (count > most) {
            found.add(new Problem(field, "「%s」は %d 件までです。".formatted(name, most)));
        }
    }
}
