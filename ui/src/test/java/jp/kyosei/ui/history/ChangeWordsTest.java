package jp.kyosei.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.attachment.FileKind;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.Fact;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.collection.round.RoundState;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.JudgedAgainst;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.history.TownNames;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.ui.RunningKyosei;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeWordsTest {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3,}(_[A-Z0-9]+)*");
    private static final String RULES = """
            {"plainFormula": "TARGET_RATIO", "cumulativeFormula": "CHANGE_RATIO", "absentBaselineIsZero": false,
             "rateRounding": {"mode": "HALF_UP", "decimals": 1},
             "grading": {"type": "THRESHOLDS", "bands": [
               {"label": "A", "atLeastPercent": 100, "meaning": "達成", "tone": "A"},
               {"label": "B", "atLeastPercent": 79.50, "meaning": "おおむね達成", "tone": "B"}]}}""";

    /** A fact that holds a code, the kind of thing it is of, the code and how it is called. */
    record Coded(SubjectKind kind, Fact fact, String code, String label) {
        static <T extends Enum<T>> Stream<Coded> all(
                SubjectKind kind, Fact fact, T[] values, Function<T, String> label) {
            return Stream.of(values).map(value -> new Coded(kind, fact, value.name(), label.apply(value)));
        }
    }

    static Stream<Coded> codes() {
        return Stream.of(
                        Coded.all(SubjectKind.ACTUAL, Fact.MISSING, MissingReason.values(), MissingReason::label),
                        Coded.all(SubjectKind.CHECK, Fact.CODE, CheckCode.values(), CheckCode::label),
                        Coded.all(SubjectKind.TASK, Fact.STATE, TaskState.values(), TaskState::label),
                        Coded.all(SubjectKind.ROUND, Fact.STATE, RoundState.values(), RoundState::label),
                        Coded.all(SubjectKind.NOTE, Fact.STATE, NoteState.values(), NoteState::label),
                        Coded.all(SubjectKind.MINUTES, Fact.STATE, MinutesState.values(), MinutesState::label),
                        Coded.all(SubjectKind.NOTE, Fact.KIND, NoteKind.values(), NoteKind::label),
                        Coded.all(SubjectKind.NOTE, Fact.VISIBILITY, Visibility.values(), Visibility::label),
                        Coded.all(SubjectKind.OUTCOME, Fact.STATUS, OutcomeStatus.values(), OutcomeStatus::label),
                        Coded.all(SubjectKind.PUBLICATION, Fact.LICENCE, Licence.values(), Licence::label),
                        Coded.all(SubjectKind.PERSON, Fact.ROLE, Role.values(), Role::label),
                        Coded.all(SubjectKind.INVITATION, Fact.ROLES, Role.values(), Role::label),
                        Coded.all(SubjectKind.OWNER, Fact.ALLIANCE_KIND, AllianceKind.values(), AllianceKind::label),
                        Coded.all(
                                SubjectKind.RULE_SET,
                                Fact.PLAIN_FORMULA,
                                ProgressFormula.values(),
                                ProgressFormula::label),
                        Coded.all(
                                SubjectKind.RULE_SET,
                                Fact.JUDGED_AGAINST,
                                JudgedAgainst.values(),
                                JudgedAgainst::label),
                        Coded.all(SubjectKind.RULE_SET, Fact.MODE, Rounding.Mode.values(), Rounding.Mode::label),
                        Stream.of(FileKind.values())
                                .map(file -> new Coded(
                                        SubjectKind.NOTE_ATTACHMENT, Fact.MEDIA_TYPE, file.mediaType(), file.label())))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_is_told_by_its_label(Coded coded) {
        assertThat(told(
                        coded.kind().code(),
                        "{\"%s\": \"%s\"}".formatted(coded.fact().code(), coded.code())))
                .isEqualTo("%s：%s", coded.fact().label(), coded.label());
    }

    @Test
    void figures_years_days_and_answers_are_told_as_people_write_them() {
        assertThat(told("actual", "{\"referenceYear\": 2016, \"value\": 38806.10}"))
                .isEqualTo("値：38,806.10人、値の年度：H28");
        assertThat(told("meeting", "{\"heldOn\": \"2023-09-29\", \"place\": \"\", \"participants\": 12}"))
                .isEqualTo("開催日：2023/09/29、委員等の数：12");
        assertThat(told("meeting", "{\"ABSENT\": 2, \"PRESENT\": 9}")).isEqualTo("出席：9、欠席：2");
        assertThat(told("publication", "{\"narratives\": true, \"publicNotes\": false}"))
                .isEqualTo("評価文の公開：する、意見の公開：しない");
        assertThat(told("owner", "{\"kind\": \"ALLIANCE\", \"slug\": \"x\"}")).isEqualTo("種類：圏域、識別名：x");
        assertThat(told("member", "{\"centre\": true, \"firstFiscalYear\": 2020}"))
                .isEqualTo("中心市：はい、加入した年度：R2");
        assertThat(told("person", "{\"mailAddress\": false}")).isEqualTo("メールの宛先：なし");
        assertThat(told("municipality", "{\"municipalities\": [\"032093\", \"034029\"]}"))
                .isEqualTo("市町村：032093・平泉町");
        assertThat(told("actual", null)).isEqualTo("—");
    }

    @Test
    void rules_are_told_in_words_also_where_they_were_written_down_as_a_text() {
        String words = "評価の決まり：（進捗率：%s、進捗率（累計の指標）：%s、現状値がないとき：算定しない、進捗率の端数：（処理：四捨五入、小数の桁数：1）、"
                        .formatted(ProgressFormula.TARGET_RATIO.label(), ProgressFormula.CHANGE_RATIO.label())
                + "評価の区分：（方法：進捗率の区分による、区分：（評価：A、下限（％）：100、意味：達成）・（評価：B、下限（％）：79.50、意味：おおむね達成）））";
        assertThat(told("rule_set", "{\"rules\": %s}".formatted(RULES))).isEqualTo(words);
        assertThat(told(
                        "rule_set",
                        "{\"rules\": \"%s\"}".formatted(RULES.replace("\n", " ").replace("\"", "\\\""))))
                .isEqualTo(words);
    }

    @Test
    void what_nobody_knows_any_more_is_told_as_it_is() {
        assertThat(told("elephant", "{\"tusks\": 2, \"state\": \"ASLEEP\"}")).isEqualTo("状態：ASLEEP、tusks：2");
        assertThat(told("task", "no JSON")).isEqualTo("no JSON");
        assertThat(told("rule_set", "{\"rules\": \"no JSON\"}")).isEqualTo("評価の決まり：no JSON");
    }

    @Test
    void nothing_in_the_demonstrations_histories_is_told_in_codes() {
        List<String> coded = new ArrayList<>();
        for (AuditEntry entry : demonstrated()) {
            assertThat(entry.words()).isNotEqualTo(entry.action());
            assertThat(SubjectKind.coded(entry.subjectKind()))
                    .as(entry.subjectKind())
                    .isPresent();
            for (String told :
                    List.of(told(entry.subjectKind(), entry.before()), told(entry.subjectKind(), entry.after()))) {
                Stream.of(told.split("[、：（）・]"))
                        .filter(word ->
                                CODE.matcher(word).matches() || Fact.coded(word).isPresent())
                        .map(word -> "%s in %s: %s".formatted(word, entry.action(), told))
                        .forEach(coded::add);
            }
        }
        assertThat(coded).isEmpty();
    }

    private static String told(String kind, @Nullable String facts) {
        return new ChangeWords(kind, new TownNames(Map.of("034029", "平泉町")), "人").of(facts);
    }

    /** What was done while the demonstration was loaded, whatever other tests have done since: publishing ends it. */
    private static List<AuditEntry> demonstrated() {
        RunningKyosei kyosei = RunningKyosei.get();
        HistoryService history = kyosei.bean(HistoryService.class);
        Actor mine = kyosei.bean(IdentityService.class)
                .actorOf(DemonstrationUser.MINE.subject())
                .orElseThrow();
        List<AuditEntry> entries =
                new ArrayList<>(history.ofOwner(mine, "mine", TrailFilter.ALL, 0, HistoryService.MOST)
                        .entries());
        assertThat(entries).extracting(AuditEntry::action).contains("OPEN_OWNER", "ADD_RULE_SET", "GIVE_ROLE");
        for (int offset = 0; ; offset += HistoryService.MOST) {
            var page = history.ofPlan(mine, "mine-strategy-2", null, TrailFilter.ALL, offset, HistoryService.MOST);
            entries.addAll(page.entries());
            if (!page.more()) {
                break;
            }
        }
        assertThat(entries).extracting(AuditEntry::action).contains("IMPORT_PLAN", "ENTER_ACTUAL", "PUBLISH");
        Instant loaded = entries.stream()
                .filter(entry -> entry.action().equals("PUBLISH"))
                .map(AuditEntry::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return entries.stream().filter(entry -> !entry.at().isAfter(loaded)).toList();
    }
}
