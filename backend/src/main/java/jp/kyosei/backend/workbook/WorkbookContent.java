package jp.kyosei.backend.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * What a workbook holds.
 *
 * @param corrects whether who opens it may change what is confirmed, with a reason
 * @param dueOn the first day by which one of its rows is to be answered
 */
record WorkbookContent(
        PlanContent plan,
        CollectionRound round,
        MunicipalityCode municipality,
        String municipalityName,
        LocalDate dueOn,
        boolean corrects,
        List<WorkbookRow> rows,
        Instant madeAt) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    WorkbookContent {
        rows = List.copyOf(rows);
    }

    FiscalYear year() {
        return round.fiscalYear();
    }

    String title() {
        return "%s　%s 実績入力表".formatted(municipalityName, year().longLabel());
    }

    /** Between the title and the table. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("計画：" + plan.plan().title());
        lines.add("回答期限：%s　　作成：%s".formatted(DAY.format(JapaneseDate.from(dueOn)), MOMENT.format(madeAt)));
        lines.add("黄色の欄だけに入力できます（Tabキーで次の欄へ移ります）。入力したら保存し、Kyoseiの「Excelで入力する」から送ってください。くわしくは「使い方」のシートへ。");
        if (!round.instructions().isBlank()) {
            lines.add("依頼文：" + round.instructions().strip());
        }
        return lines;
    }

    List<String> guide() {
        List<String> guide = new ArrayList<>(List.of(
                "実績入力表の使い方",
                "■ 入力する",
                "・「実績入力」のシートの黄色の欄に入力します。灰色の欄は変えられません（提出済み、確定済みの行も灰色です）。",
                "・実績値：数値だけを入れます。単位は書きません。マイナスは -1234 のように入れます。",
                "・割合の指標は、分子と分母が分かれば、分子と分母の両方を入れ、実績値は空にします。圏域の割合を正しく合算できます。",
                "・数値がないときは、実績値を空にし、「実績のない理由」を一覧から選びます。事情は「理由の説明」に書きます。",
                "・ほかの年度の値を使うときは、「値の年度」でその年度を選びます。その年度の値なら空のままにします。",
                "・「注」には、速報値、集計方法の違いなど、値に添える短い言葉を書きます（500字まで）。",
                "・文の中で改行するときは、Altキーを押しながらEnterキーを押します。",
                "・実績値を入れ直した行では、前の理由、値の年度、注は引き継ぎません。要るものは入れ直してください。",
                "・欄を空にしても、登録されている値は消えません。消すときは、送ったあとの確認で「空にする」を選びます。"));
        if (corrects) {
            guide.add("・状態が「確定」の行を変えるときは、「確定後に変える理由」を書きます（事務局だけが変えられます）。");
        }
        guide.addAll(List.of(
                "■ 送る",
                "・保存し（.xlsx のまま）、Kyoseiの入力画面の「Excelで入力する」を開いて、ファイルを選びます。",
                "・すぐには登録されません。何が変わるかの一覧が出ます。直すところがあれば、どのセルかが出ます。",
                "・作成のあとに、だれかが画面で入力した値は、どちらにするかを1つずつ選べます。だまって上書きすることはありません。",
                "・「登録する」を押すと、まとめて登録されます。1つでも登録できないものがあれば、何も登録されません。",
                "・登録しても提出にはなりません。提出は画面で行ってください。",
                "■ 気をつけること",
                "・行や列を足したり消したりしないでください。並べ替えはできます。",
                "・別の市町村、別の年度のファイルは受け付けません。ファイル名は変えてもかまいません。",
                "・LibreOfficeやGoogleスプレッドシートで開いて、.xlsx で保存したものも送れます。"));
        return guide;
    }

    WorkbookFacts facts() {
        Map<String, WorkbookFacts.RowFacts> facts = new LinkedHashMap<>();
        rows.forEach(row -> facts.put(row.no(), row.facts()));
        return new WorkbookFacts(
                plan.plan().slug(),
                Integer.toString(year().year()),
                municipality.value(),
                round.id().toString(),
                madeAt.toString(),
                facts);
    }
}
