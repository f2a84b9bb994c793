package jp.kyosei.backend.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Pieces;
import jp.kyosei.backend.revision.comparison.ChangeKind;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.PlanPart;
import jp.kyosei.backend.revision.comparison.VersionChange;

/** 新旧対照表: two versions of a plan side by side, what the newer one says otherwise underlined, and why. */
public final class ComparisonPaper {
    private static final double LABEL = 33;
    private static final double TEXT = 92;
    private static final double REASON = 52;
    private static final int COLUMNS = 4;

    private ComparisonPaper() {}

    /** @param everything whether things that do not differ are named, too */
    public static Paper of(ComparedVersions compared, boolean everything) {
        List<VersionChange> shown = everything ? compared.everything() : compared.changes();
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Block.Words(counts(compared)));
        if (shown.isEmpty()) {
            blocks.add(new Paper.Block.Words("二つの版に、違いはありません。"));
        } else {
            blocks.add(table(compared, shown));
            blocks.add(new Paper.Block.Footnotes(List.of("下線は、変わった所を示す。担当課と、策定後に直した誤字は、版の外にあるため載せていない。")));
        }
        return new Paper(
                "%s　新旧対照表".formatted(compared.after().plan().title()),
                compared.after().version().adoptedOn() == null ? "案" : "",
                Paper.PageForm.A4_LANDSCAPE,
                List.of(compared.after().ownerName()),
                blocks);
    }

    /** 第2版　一部改訂（令和6年3月29日決定）. */
    static String version(PlanVersion version) {
        LocalDate adopted = version.adoptedOn();
        return "第%d版　%s（%s）"
                .formatted(
                        version.number(), version.title(), adopted == null ? "策定中" : JapaneseDays.of(adopted) + "決定");
    }

    /** 新規1件、変更12件、移動1件、廃止2件. */
    static String counts(ComparedVersions compared) {
        return String.join(
                "、",
                Stream.of(ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.MOVED, ChangeKind.REMOVED)
                        .map(kind -> "%s%d件".formatted(kind.label(), compared.count(kind)))
                        .toList());
    }

    private static Paper.Block table(ComparedVersions compared, List<VersionChange> shown) {
        List<Paper.Row> rows = new ArrayList<>();
        String place = "";
        for (VersionChange change : shown) {
            String here = change.what() == PlanPart.SECTION ? change.title() : change.place();
            if (!here.equals(place) && change.what() != PlanPart.SECTION) {
                rows.add(Paper.Row.heading(1, here, COLUMNS));
            }
            place = here;
            rows.add(Paper.Row.heading(
                    change.what() == PlanPart.SECTION ? 1 : 2,
                    "%s　%s【%s】"
                            .formatted(
                                    change.what().label(),
                                    change.title(),
                                    change.kind().label()),
                    COLUMNS));
            addFields(rows, change);
        }
        return new Paper.Block.Table(
                "新旧対照表",
                List.of(
                        new Paper.Column(LABEL, Paper.Align.LEFT),
                        new Paper.Column(TEXT, Paper.Align.LEFT),
                        new Paper.Column(TEXT, Paper.Align.LEFT),
                        new Paper.Column(REASON, Paper.Align.LEFT)),
                List.of(List.of(
                        Paper.Cell.of("項目"),
                        Paper.Cell.of("新\n" + version(compared.after().version())),
                        Paper.Cell.of("旧\n" + version(compared.before().version())),
                        Paper.Cell.of("変更の理由"))),
                rows,
                0);
    }

    private static void addFields(List<Paper.Row> rows, VersionChange change) {
        boolean marked = change.kind() == ChangeKind.CHANGED || change.kind() == ChangeKind.MOVED;
        String reason = "";
        for (FieldChange field : change.fields()) {
            String why = change.reasonOf(field.field());
            boolean again = why.equals(reason);
            reason = why;
            List<List<Paper.Line>> after = pieces(field.after(), TEXT);
            List<List<Paper.Line>> before = pieces(field.before(), TEXT);
            List<List<Paper.Line>> because = again ? List.of() : pieces(why, REASON);
            int most = Math.max(1, Math.max(because.size(), Math.max(after.size(), before.size())));
            for (int piece = 0; piece < most; piece++) {
                Paper.Cell now = cell(after, piece);
                rows.add(Paper.Row.of(List.of(
                        Paper.Cell.of(piece == 0 ? field.label() : "（続き）"),
                        marked ? now.marked() : now,
                        cell(before, piece),
                        cell(because, piece))));
            }
        }
        if (change.fields().isEmpty() && !change.reason().isEmpty()) {
            pieces(change.reason(), REASON)
                    .forEach(lines -> rows.add(Paper.Row.of(List.of(
                            Paper.Cell.blank(),
                            Paper.Cell.blank(),
                            Paper.Cell.blank(),
                            Paper.Cell.of(new Paper.Content.Lines(lines))))));
        }
    }

    private static Paper.Cell cell(List<List<Paper.Line>> pieces, int piece) {
        return Paper.Cell.of(new Paper.Content.Lines(Pieces.at(pieces, piece)));
    }

    static List<List<Paper.Line>> pieces(String text, double width) {
        return Pieces.of(
                text.lines()
                        .map(line -> new Paper.Line(line, Paper.Weight.PLAIN))
                        .toList(),
                width);
    }
}
