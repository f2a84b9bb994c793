package jp.kyosei.backend.leaving.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.clock.JapanTime;

/** The page of an archive that says what lies in it and what each column is. */
@Singleton
class ArchiveReadMe {
    private static final DateTimeFormatter DAY = JapanTime.moments("uuuu年M月d日");

    private final ColumnWords words;
    private final Clock clock;

    ArchiveReadMe(ColumnWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** Of an owner, in Markdown. */
    String ofOwner(Map<TableOfOwner, Long> rows, List<IssuedPaperFile> papers) {
        String tables = text("団体のデータ", """
                %s に Kyosei から書き出した、この団体のすべてのデータです。個人だけの記録（既読の印、フォローなど）と、
                メール送信などの作業用の記録は入っていません。""", rows);
        return tables + papers(papers);
    }

    /** Each as it was handed out, replaced ones too. */
    private static String papers(List<IssuedPaperFile> papers) {
        StringBuilder page = new StringBuilder("\n## 発行した資料\n\n");
        if (papers.isEmpty()) {
            return page.append("発行した資料はありません。\n").toString();
        }
        page.append("懇談会で発行した資料の PDF です。差し替える前のものも、発行したときの内容で入っています。\n\n");
        page.append("| ファイル | 懇談会 | 資料 | 発行 |\n|---|---|---|---|\n");
        papers.forEach(paper -> page.append("| `%s` | %s | %s %s | %s |\n"
                .formatted(
                        paper.place(),
                        cell(paper.meeting()),
                        cell(paper.label()),
                        cell(paper.title()),
                        DAY.format(paper.issuedAt()))));
        return page.toString();
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    /** Of a person, in Markdown. */
    String ofPerson(Map<TableOfOwner, Long> rows) {
        return text("あなたのデータ", """
                %s に Kyosei から書き出した、あなたの登録と権限、あなたが書いたもの・入力したもの・操作の記録です。
                いま見られる団体の分だけが入っています。離れた団体での記録は、その団体にあります。""", rows);
    }

    private String text(String title, String what, Map<TableOfOwner, Long> rows) {
        StringBuilder page = new StringBuilder("# %s%n%n".formatted(title));
        page.append(what.formatted(JapanTime.moments("uuuu年M月d日 H:mm").format(clock.instant())));
        page.append("""


                * `tables/` … 表ごとの CSV（UTF-8、BOM 付き。表計算ソフトで開けます）。式と取り違えられる文字列の先頭には「'」を付けています。
                * `json/` … 同じ内容の JSON（1 行に 1 件）。数値も文字も、登録されたとおりの値です。
                * `papers/` … 懇談会で発行した資料の PDF（団体のデータだけ。一覧は、この説明の終わりにあります）。
                * `files/` … 添付、取り込んだファイル、公開したファイル。CSV と JSON には、その場所を書いています。

                日時は協定世界時からの差（+00 など）付き、年度はその 4 月の西暦年（2024 は令和6年度）です。

                ## 表の一覧

                | 表 | 内容 | 件数 |
                |---|---|---|
                """);
        rows.forEach((table, count) -> page.append("| `%s` | %s | %d |%n"
                .formatted(table.name(), words.table(table.name()).orElse(""), count)));
        rows.keySet().forEach(table -> explain(table, page));
        return page.toString().replace("\r\n", "\n");
    }

    private void explain(TableOfOwner table, StringBuilder page) {
        page.append("%n## %s%n%n%s%n%n| 列 | 内容 |%n|---|---|%n"
                .formatted(table.name(), words.table(table.name()).orElse("")));
        for (String column : table.columns()) {
            page.append("| `%s` | %s |%n"
                    .formatted(column, words.column(table.name(), column).orElse("")));
        }
    }
}
