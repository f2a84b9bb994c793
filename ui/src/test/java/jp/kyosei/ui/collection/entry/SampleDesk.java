package jp.kyosei.ui.collection.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.kyosei.ui.collection.entry.EntryContent.Answer;
import jp.kyosei.ui.collection.entry.EntryContent.Edit;
import jp.kyosei.ui.collection.entry.EntryContent.Finding;
import jp.kyosei.ui.collection.entry.EntryContent.Outcome;
import jp.kyosei.ui.collection.entry.EntryContent.Preview;
import jp.kyosei.ui.collection.entry.EntryContent.Row;
import jp.kyosei.ui.collection.entry.EntryContent.Theirs;
import jp.kyosei.ui.collection.entry.EntryContent.Typed;

/**
 * A desk in memory, which outlives the page as a database would: 24 indicators, of which No.1 to 12 are the person's own,
 * No.5 is submitted, No.12 was cancelled last year and No.15 has a finding.
 */
final class SampleDesk implements EntryDesk {
    static final String LOCK = "所属長へ提出しました。直すときは所属長に差し戻しを頼んでください。";
    private static final Typed NOTHING = new Typed("", "", "");
    private static final Map<String, SampleDesk> DESKS = new ConcurrentHashMap<>();

    private final String key;
    private final List<Stored> rows = new ArrayList<>(IntStream.rangeClosed(1, 24)
            .mapToObj(no -> no == 5
                    ? new Stored(no, new Typed("1,005", "", ""), 1, true)
                    : no == 15 ? new Stored(no, new Typed("41", "", ""), 1, false) : new Stored(no, NOTHING, 0, false))
            .toList());
    private Consumer<String> onSelected = no -> {};

    private SampleDesk(String key) {
        this.key = key;
    }

    static SampleDesk of(String key) {
        return DESKS.computeIfAbsent(key, SampleDesk::new);
    }

    EntryContent content() {
        return new EntryContent(
                "sample/" + key,
                "平泉町の令和5年度の実績",
                "R4 実績",
                "R5 実績",
                List.of("中止", "集計不可"),
                rows.stream().map(Stored::row).toList());
    }

    void onSelected(Consumer<String> listener) {
        onSelected = listener;
    }

    /** Somebody else stores a figure. */
    Row change(int no, String value) {
        Stored stored = at(no);
        put(new Stored(no, new Typed(value, "", ""), stored.version() + 1, false));
        return at(no).row();
    }

    /** Somebody else stores a whole cell. */
    Row put(int no, Typed typed) {
        put(new Stored(no, typed, at(no).version() + 1, false));
        return at(no).row();
    }

    void lock(int no) {
        Stored stored = at(no);
        put(new Stored(no, stored.typed(), stored.version() + 1, true));
    }

    @Override
    public List<Answer> save(List<Edit> edits) {
        return edits.stream().map(this::save).toList();
    }

    @Override
    public List<Preview> preview(List<Edit> edits) {
        return edits.stream()
                .map(edit -> new Preview(
                        edit.no(),
                        isUnderstood(edit.typed().value()),
                        words(at(Integer.parseInt(edit.no())).typed()),
                        words(edit.typed()),
                        isUnderstood(edit.typed().value()) ? "" : refusal(edit)))
                .toList();
    }

    @Override
    public void selected(String no) {
        onSelected.accept(no);
    }

    private Answer save(Edit edit) {
        Stored stored = at(Integer.parseInt(edit.no()));
        if (stored.locked()) {
            return new Answer(edit.no(), Outcome.LOCKED, stored.row(), "ほかの人が提出しました。", null);
        }
        if (stored.typed().equals(edit.typed())) {
            return new Answer(edit.no(), Outcome.UNCHANGED, stored.row(), "", null);
        }
        if (!edit.version().equals(String.valueOf(stored.version()))) {
            Theirs theirs = new Theirs(stored.typed(), "平泉町 観光商工課 担当", "12:03");
            return new Answer(edit.no(), Outcome.CONFLICT, stored.row(), "", theirs);
        }
        if (!isUnderstood(edit.typed().value())) {
            return new Answer(edit.no(), Outcome.NOT_UNDERSTOOD, stored.row(), refusal(edit), null);
        }
        put(new Stored(stored.no(), edit.typed(), stored.version() + 1, false));
        return new Answer(edit.no(), Outcome.SAVED, at(stored.no()).row(), "", null);
    }

    private Stored at(int no) {
        return rows.get(no - 1);
    }

    private void put(Stored stored) {
        rows.set(stored.no() - 1, stored);
    }

    private static String refusal(Edit edit) {
        return "「%s」は数として読み取れません。数か、中止などの理由を入れてください。".formatted(edit.typed().value());
    }

    private static String words(Typed typed) {
        String year = typed.referenceYear().isEmpty() ? "" : "(%s)".formatted(typed.referenceYear());
        return half(typed.value()) + year + (typed.note().isEmpty() ? "" : "　注：" + typed.note());
    }

    private static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean isUnderstood(String value) {
        return half(value).matches("[\\d,.]*|中止|集計不可");
    }

    private record Stored(int no, Typed typed, int version, boolean locked) {
        private Row row() {
            String value = typed.value();
            return new Row(
                    String.valueOf(no),
                    no == 9 ? "圏域内の宿泊者数" : no == 15 ? "工場の新設・増設または設備投資を行った企業数（累計）" : "指標その%d（延べ人数）".formatted(no),
                    "",
                    no == 15 ? "社" : "人",
                    no == 21,
                    no <= 12,
                    no == 12 ? "中止" : no == 15 ? "45" : "%,d".formatted(1000 + no),
                    no == 12 ? "台風のため" : "",
                    typed,
                    String.valueOf(version),
                    value.isEmpty() ? "" : "+100",
                    locked ? "提出" : value.isEmpty() ? "未入力" : "入力中",
                    locked ? "waiting" : value.isEmpty() ? "todo" : "doing",
                    !locked,
                    locked ? LOCK : "",
                    value.equals(half(value)) ? "" : "全角を %s と読みました".formatted(half(value)),
                    no == 15
                            ? List.of(new Finding("falling", "累計が前年度（45）より減っています", "入力を直すか、理由を書いてください。", null))
                            : List.of());
        }
    }
}
