package jp.kyosei.backend.report.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Pieces;
import jp.kyosei.backend.tenancy.DiscussionSight;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** 意見一覧: what was said, and beside it what was answered (意見・質問と回答). */
public final class NotesPaper {
    private static final double TEXT = 82;
    static final String CAPTION = "意見・質問と、それへの回答・対応";

    /** Where what was said stands, from 0. */
    static final int SAID_COLUMN = 3;

    private NotesPaper() {}

    /**
     * A note.
     *
     * @param subject what it is about
     * @param text Markdown as written
     */
    public record Said(
            String subject,
            String kind,
            String visibility,
            String state,
            String text,
            String author,
            Instant at,
            List<Answer> answers) {
        public Said {
            answers = List.copyOf(answers);
        }

        /** As the note stands, without replies that were withdrawn. */
        public static Said of(Note note, OwnerKind kind) {
            return new Said(
                    note.subject().label(),
                    note.kind().label(),
                    note.visibility().labelIn(kind),
                    note.state().label(),
                    note.text(),
                    voice(note.author().whose(), note.author().name()),
                    note.writtenAt(),
                    standing(note).stream()
                            .map(reply -> new Answer(
                                    reply.answers(),
                                    reply.text(),
                                    voice(reply.author().whose(), reply.author().name()),
                                    reply.writtenAt()))
                            .toList());
        }
    }

    /** A reply; {@code answers} says whether it is the answer of secretariat or department. */
    public record Answer(boolean answers, String text, String author, Instant at) {
        String kind() {
            return answers ? "回答" : "返信";
        }
    }

    /** Who wrote, with whose voice; a name that says so itself says it once. */
    static String voice(String whose, String name) {
        return whose.isEmpty() || name.contains(whose) ? name : "%s・%s".formatted(whose, name);
    }

    /** The replies that were not withdrawn. */
    public static List<Reply> standing(Note note) {
        return note.replies().stream()
                .filter(reply -> reply.withdrawnAt() == null)
                .toList();
    }

    /** The same of a list that is handed out. */
    public static String scopeOfHandout(OwnerKind kind) {
        return "「%s」の意見は含まれていません。".formatted(Visibility.COUNCIL.labelIn(kind));
    }

    /** Which notes are in it, for whoever hands it on. */
    public static String scope(DiscussionSight sight, OwnerKind kind) {
        List<Visibility> seen = new ArrayList<>();
        if (sight.council()) {
            seen.add(Visibility.COUNCIL);
        }
        if (sight.council() || sight.members()) {
            seen.add(Visibility.MEMBERS);
        }
        seen.add(Visibility.PUBLIC);
        return "含まれる意見：%s"
                .formatted(seen.stream()
                        .map(visibility -> "「%s」".formatted(visibility.labelIn(kind)))
                        .collect(Collectors.joining()));
    }

    /**
     * The paper.
     *
     * @param scope whose notes it contains
     * @param showing whether it says of each note who sees it
     */
    public static Paper of(List<Said> notes, String owner, String scope, boolean showing, OfficeWords office) {
        List<Paper.Block> blocks = new ArrayList<>();
        office.sentences().forEach(sentence -> blocks.add(new Paper.Block.Words(sentence)));
        if (notes.isEmpty()) {
            blocks.add(new Paper.Block.Words("意見・質問はありません。"));
        } else {
            blocks.add(table(notes, showing));
        }
        return new Paper(
                office.title(), office.mark(), Paper.PageForm.A4_LANDSCAPE, List.of(owner + "　" + scope), blocks);
    }

    private static Paper.Block table(List<Said> notes, boolean showing) {
        List<Paper.Column> columns = new ArrayList<>(List.of(
                new Paper.Column(11, Paper.Align.CENTER),
                new Paper.Column(40, Paper.Align.LEFT),
                new Paper.Column(17, Paper.Align.CENTER),
                new Paper.Column(TEXT, Paper.Align.LEFT),
                new Paper.Column(TEXT, Paper.Align.LEFT),
                new Paper.Column(17, Paper.Align.CENTER)));
        List<Paper.Cell> heads = new ArrayList<>(Stream.of("番号", "対象", "種類", "意見・質問", "回答・対応", "状態")
                .map(Paper.Cell::of)
                .toList());
        if (showing) {
            columns.add(new Paper.Column(20, Paper.Align.CENTER));
            heads.add(Paper.Cell.of("見える人"));
        }
        List<Paper.Row> rows = new ArrayList<>();
        String subject = "";
        for (int index = 0; index < notes.size(); index++) {
            Said note = notes.get(index);
            boolean same = index > 0 && note.subject().equals(subject);
            subject = note.subject();
            addRows(rows, index + 1, note, same, showing);
        }
        return new Paper.Block.Table(CAPTION, columns, List.of(heads), rows, 1);
    }

    private static void addRows(List<Paper.Row> rows, int number, Said note, boolean same, boolean showing) {
        List<Paper.Line> said = new ArrayList<>(lines(note.text()));
        said.add(byline(note.author(), note.at()));
        List<Paper.Line> answered = new ArrayList<>();
        for (Answer answer : note.answers()) {
            answered.add(new Paper.Line("【%s】".formatted(answer.kind()), Paper.Weight.STRONG));
            answered.addAll(lines(answer.text()));
            answered.add(byline(answer.author(), answer.at()));
        }
        List<List<Paper.Line>> left = Pieces.of(said, TEXT);
        List<List<Paper.Line>> right = Pieces.of(answered, TEXT);
        int pieces = Math.max(left.size(), right.size());
        for (int piece = 0; piece < pieces; piece++) {
            boolean first = piece == 0;
            Paper.Cell subject = Paper.Cell.of(note.subject());
            List<Paper.Cell> cells = new ArrayList<>(List.of(
                    Paper.Cell.of(first ? Integer.toString(number) : "%d\n（続き）".formatted(number)),
                    same || !first ? subject.joined() : subject,
                    Paper.Cell.of(first ? note.kind() : ""),
                    Paper.Cell.of(new Paper.Content.Lines(Pieces.at(left, piece))),
                    Paper.Cell.of(new Paper.Content.Lines(Pieces.at(right, piece))),
                    Paper.Cell.of(first ? note.state() : "")));
            if (showing) {
                cells.add(Paper.Cell.of(first ? note.visibility() : ""));
            }
            rows.add(Paper.Row.of(cells));
        }
    }

    private static Paper.Line byline(String author, Instant at) {
        return new Paper.Line("（%s　%s）".formatted(author, JapaneseDay.date(at)), Paper.Weight.SMALL);
    }

    /** The words of the small Markdown that notes are written in, without its signs. */
    static List<Paper.Line> lines(String markdown) {
        StringBuilder words = new StringBuilder();
        append(words, Jsoup.parseBodyFragment(NoteMarkup.html(markdown)).body());
        return words.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Paper.Line(line, Paper.Weight.PLAIN))
                .toList();
    }

    private static void append(StringBuilder words, Node node) {
        if (node instanceof TextNode text) {
            words.append(text.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "br" -> words.append('\n');
            case "li" -> {
                Element list = element.parent();
                boolean counted = list != null && list.normalName().equals("ol");
                words.append('\n').append(counted ? (element.elementSiblingIndex() + 1) + "．" : "・");
            }
            case "p", "ul", "ol", "h2", "h3", "h4" -> {
                Element parent = element.parent();
                if (parent == null || !parent.normalName().equals("li")) {
                    words.append('\n');
                }
            }
            case "blockquote" -> words.append("\n＞ ");
            default -> {
                // What stands within a line.
            }
        }
        element.childNodes().forEach(child -> append(words, child));
        if (element.normalName().equals("a") && !element.text().equals(element.attr("href"))) {
            words.append("（%s）".formatted(element.attr("href")));
        }
        if (element.isBlock()) {
            words.append('\n');
        }
    }
}
