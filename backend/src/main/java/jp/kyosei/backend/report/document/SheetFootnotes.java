package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.report.paper.Paper;

/** What explains 実績一覧 below its table. */
final class SheetFootnotes {
    private SheetFootnotes() {}

    static Paper.Block.Footnotes of(PaperSheet sheet) {
        List<String> notes = new ArrayList<>();
        notes.add(Stream.concat(
                        sheet.grades().stream().map(SheetFootnotes::meaning),
                        Stream.of("%s：実績を把握できなかった指標".formatted(sheet.unmeasured())))
                .reduce("達成度　", (before, next) -> before.endsWith("　") ? before + next : before + "、" + next));
        notes.addAll(sheet.rules());
        if (sheet.entries().stream().anyMatch(PaperSheet.Entry::cumulative)) {
            notes.add("※は累計の指標です。");
        }
        List<PaperSheet.Year> years = sheet.entries().stream()
                .flatMap(entry -> entry.years().stream())
                .toList();
        if (years.stream().anyMatch(year -> year.figure().printed().stream()
                .anyMatch(line -> line.text().endsWith(")")))) {
            notes.add("数値の後の（　）は、その数値が表す年度です。");
        }
        if (years.stream().anyMatch(PaperSheet.Year::partial)) {
            notes.add(ResultsPaper.PARTIAL + "は、一部の市町村の値を含まない数値です。");
        }
        if (years.stream().anyMatch(PaperSheet.Year::provisional)) {
            notes.add(ResultsPaper.PROVISIONAL + "は、確定前の数値です。");
        }
        sheet.entries().forEach(entry -> entry.remarks()
                .forEach(remark -> notes.add("No.%s　%s".formatted(entry.no(), remark))));
        return new Paper.Block.Footnotes(notes);
    }

    private static String meaning(GradeLabel grade) {
        return grade.meaning().isEmpty() ? grade.label() : "%s：%s".formatted(grade.label(), grade.meaning());
    }
}
