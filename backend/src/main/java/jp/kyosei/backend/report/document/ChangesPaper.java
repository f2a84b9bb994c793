package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Pieces;
import jp.kyosei.backend.revision.comparison.ChangeKind;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.VersionChange;

/** 変更概要 as 奥州市 prints it: what changed, why, and to what effect; the last column is the office's to fill. */
public final class ChangesPaper {
    private static final double NAME = 55;
    private static final double PLACE = 38;
    private static final double WHAT = 83;
    private static final double WHY = 46;
    private static final double EFFECT = 36;

    private ChangesPaper() {}

    /** The paper of all that differs. */
    public static Paper of(ComparedVersions compared) {
        List<VersionChange> changes = compared.changes();
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Block.Words("%sから%sへの変更"
                .formatted(
                        ComparisonPaper.version(compared.before().version()),
                        ComparisonPaper.version(compared.after().version()))));
        blocks.add(new Paper.Block.Words(changes.isEmpty() ? "二つの版に、違いはありません。" : ComparisonPaper.counts(compared)));
        if (!changes.isEmpty()) {
            blocks.add(table(changes));
        }
        return new Paper(
                "%s　変更概要".formatted(compared.after().plan().title()),
                compared.after().version().adoptedOn() == null ? "案" : "",
                Paper.PageForm.A4_LANDSCAPE,
                List.of(compared.after().ownerName()),
                blocks);
    }

    private static Paper.Block table(List<VersionChange> changes) {
        List<Paper.Row> rows = new ArrayList<>();
        for (int index = 0; index < changes.size(); index++) {
            VersionChange change = changes.get(index);
            List<List<Paper.Line>> name = ComparisonPaper.pieces(name(change), NAME);
            List<List<Paper.Line>> what = ComparisonPaper.pieces(what(change), WHAT);
            List<List<Paper.Line>> why = ComparisonPaper.pieces(change.reason(), WHY);
            int most = Stream.of(name, what, why).mapToInt(List::size).max().orElse(1);
            for (int piece = 0; piece < most; piece++) {
                rows.add(Paper.Row.of(List.of(
                        Paper.Cell.of(piece == 0 ? Integer.toString(index + 1) : ""),
                        Paper.Cell.of(new Paper.Content.Lines(Pieces.at(name, piece))),
                        Paper.Cell.of(piece == 0 ? change.place() : ""),
                        Paper.Cell.of(new Paper.Content.Lines(Pieces.at(what, piece))),
                        Paper.Cell.of(new Paper.Content.Lines(Pieces.at(why, piece))),
                        Paper.Cell.blank())));
            }
        }
        return new Paper.Block.Table(
                "変更概要",
                List.of(
                        new Paper.Column(11, Paper.Align.CENTER),
                        new Paper.Column(NAME, Paper.Align.LEFT),
                        new Paper.Column(PLACE, Paper.Align.LEFT),
                        new Paper.Column(WHAT, Paper.Align.LEFT),
                        new Paper.Column(WHY, Paper.Align.LEFT),
                        new Paper.Column(EFFECT, Paper.Align.LEFT)),
                List.of(Stream.of("No.", "名称【新規・変更・移動・廃止】", "体系", "変更の内容", "変更の理由", "効果")
                        .map(Paper.Cell::of)
                        .toList()),
                rows,
                1);
    }

    private static String name(VersionChange change) {
        return "%s　%s【%s】"
                .formatted(change.what().label(), change.title(), change.kind().label());
    }

    /** 目標値（令和6年度）：37,000人 → 38,500人, a line each. */
    private static String what(VersionChange change) {
        return change.fields().stream()
                .map(field -> "%s：%s".formatted(field.label(), words(change.kind(), field)))
                .collect(Collectors.joining("\n"));
    }

    private static String words(ChangeKind kind, FieldChange field) {
        return switch (kind) {
            case ADDED -> field.after();
            case REMOVED -> field.before();
            case CHANGED, MOVED, SAME -> "%s → %s".formatted(said(field.before()), said(field.after()));
        };
    }

    private static String said(String words) {
        return words.isEmpty() ? "（なし）" : words;
    }
}
