package jp.kyosei.ui.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.attachment.FileKind;
import jp.kyosei.backend.audit.Fact;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.collection.round.RoundState;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.JudgedAgainst;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.history.TownNames;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.alliance.AgreementKind;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a change in office words: each fact by its name, each code by its label. What this release does not know, an
 * older or a newer one has written; it is shown as it is.
 */
final class ChangeWords {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu/MM");
    private static final List<Fact> ORDER = List.of(Fact.values());
    private static final String NOTHING = "—";

    /** What kind of thing the facts are of, for what bears one name in several; none for one that is not known. */
    private final @Nullable SubjectKind kind;

    private final TownNames towns;
    private final String unit;

    /**
     * Tells changes of one kind of thing.
     *
     * @param kind the code of a {@link SubjectKind}
     * @param towns what the municipalities are called
     * @param unit what the figures are counted in; empty where that is not known
     */
    ChangeWords(String kind, TownNames towns, String unit) {
        this.kind = SubjectKind.coded(kind).orElse(null);
        this.towns = towns;
        this.unit = unit;
    }

    /** The facts in words; — where there was nothing. */
    String of(@Nullable String json) {
        if (json == null) {
            return NOTHING;
        }
        try {
            return facts(JSON.readTree(json));
        } catch (JacksonException e) {
            return json;
        }
    }

    private String facts(JsonNode facts) {
        return facts.properties().stream()
                .map(entry -> new Told(Fact.coded(entry.getKey()).orElse(null), entry.getKey(), entry.getValue()))
                // A tone is a colour of a chip on the screens, and nothing to be told.
                .filter(told -> told.fact() != Fact.TONE && !told.isEmpty())
                .sorted(Comparator.comparingInt(Told::place))
                .map(told -> "%s：%s".formatted(told.name(), value(told)))
                .collect(Collectors.joining("、"));
    }

    /** @param fact none for one that is not known */
    private record Told(@Nullable Fact fact, String code, JsonNode value) {
        boolean isEmpty() {
            return value.isNull()
                    || (value.isContainer() ? value.isEmpty() : value.asString().isEmpty());
        }

        int place() {
            return fact == null ? ORDER.size() : ORDER.indexOf(fact);
        }

        String name() {
            return fact == null ? code : fact.label();
        }
    }

    private String value(Told told) {
        JsonNode value = told.value();
        if (told.fact() == Fact.RULES && value.isString()) {
            return rules(value.asString());
        }
        if (value.isObject()) {
            return "（%s）".formatted(facts(value));
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(one -> value(new Told(told.fact(), told.code(), one)))
                    .collect(Collectors.joining("・"));
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
        return told.fact() == null ? text : value(told.fact(), text);
    }

    /** Rules that were written down as a text of JSON. */
    private String rules(String json) {
        try {
            return "（%s）".formatted(facts(JSON.readTree(json)));
        } catch (JacksonException e) {
            return json;
        }
    }

    private String value(Fact fact, String value) {
        return switch (fact) {
            case MISSING -> label(MissingReason.values(), MissingReason::label, value);
            case CODE -> label(CheckCode.values(), CheckCode::label, value);
            case STATE -> state(value);
            case KIND -> kind(value);
            case VISIBILITY -> label(Visibility.values(), Visibility::label, value);
            case STATUS -> label(OutcomeStatus.values(), OutcomeStatus::label, value);
            case LICENCE -> label(Licence.values(), Licence::label, value);
            case ROLE, ROLES -> label(Role.values(), Role::label, value);
            case ALLIANCE_KIND -> label(AllianceKind.values(), AllianceKind::label, value);
            case PLAIN_FORMULA, CUMULATIVE_FORMULA -> label(ProgressFormula.values(), ProgressFormula::label, value);
            case JUDGED_AGAINST -> label(JudgedAgainst.values(), JudgedAgainst::label, value);
            case MODE -> label(Rounding.Mode.values(), Rounding.Mode::label, value);
            case TYPE -> type(value);
            case MEDIA_TYPE ->
                Arrays.stream(FileKind.values())
                        .filter(file -> file.mediaType().equals(value))
                        .map(FileKind::label)
                        .findFirst()
                        .orElse(value);
            case SIZE -> "%sバイト".formatted(figure(value));
            case VALUE -> figure(value) + unit;
            // Those of several years are told in words already.
            case TARGET -> figure(value).equals(value) && value.contains("：") ? value : figure(value) + unit;
            case NUMERATOR, DENOMINATOR, DELETED_ROWS -> figure(value);
            case MUNICIPALITIES, APPROVAL_MUNICIPALITIES -> towns.in(value);
            case NARRATIVES, PUBLIC_NOTES -> either(value, "する", "しない");
            case CENTRE, OPERATOR -> either(value, "はい", "いいえ");
            case MAIL_ADDRESS, ACCOUNT -> either(value, "あり", "なし");
            case ABSENT_BASELINE_IS_ZERO -> either(value, "0 とみなす", "算定しない");
            case AGREEMENT -> label(AgreementKind.values(), AgreementKind::label, value);
            case ADOPTED_ON,
                    DUE_ON,
                    HELD_ON,
                    COMMENTS_OPEN_ON,
                    COMMENTS_CLOSE_ON,
                    RESOLVED_ON,
                    FIRST_DAY,
                    LAST_DAY,
                    VALID_FROM,
                    VALID_UNTIL,
                    EFFECTIVE_ON,
                    DELETES_ON -> day(value);
            case REFERENCE_YEAR, FISCAL_YEAR, FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR, FROM_FISCAL_YEAR ->
                FiscalYear.parse(value).map(FiscalYear::shortLabel).orElse(value);
            case NOTE,
                    CONTACT,
                    PUBLIC_REASON,
                    PROGRESS,
                    OUTLOOK,
                    INITIATIVES,
                    GRADE,
                    RATE,
                    CHANGE,
                    TASKS,
                    DEPARTMENTS,
                    INSTRUCTIONS,
                    TITLE,
                    NAME,
                    BODY,
                    DESCRIPTION,
                    INDICATORS,
                    ROUNDS,
                    PLAN,
                    CHANGES,
                    DESK,
                    SHA256,
                    FOUND,
                    PLACE,
                    PARTICIPANTS,
                    MATERIALS,
                    UNDECIDED,
                    PRESENT,
                    ABSENT,
                    PROXY,
                    PAPERS,
                    REVISION,
                    SLUG,
                    DEPARTMENT_CODE,
                    DEPARTMENT,
                    MOVED,
                    DEPUTY_FOR,
                    PEOPLE,
                    AFFILIATION,
                    OFFICE,
                    REMARK,
                    WORK,
                    RULES,
                    RATE_ROUNDING,
                    DECIMALS,
                    UNMEASURED_LABEL,
                    GRADING,
                    BANDS,
                    ACHIEVED,
                    IMPROVED,
                    UNCHANGED,
                    MISSED,
                    LABEL,
                    AT_LEAST_PERCENT,
                    MEANING,
                    TONE,
                    COLLECTION,
                    NO,
                    NUMBER,
                    NUMBERS,
                    SECTION,
                    PARENT,
                    POSITION,
                    SECTIONS,
                    INITIATIVE_COUNT,
                    UNIT,
                    CHANGE_DIGITS,
                    RATIO_AS_PERCENT,
                    DIRECTION,
                    CUMULATIVE,
                    FORMULA,
                    BASELINE,
                    STATED_TARGET,
                    CONSOLIDATION,
                    REPORTERS,
                    SOURCE,
                    SPAN,
                    PERIOD,
                    LEVEL_NAMES -> value;
        };
    }

    private String state(String value) {
        return switch (kind) {
            case TASK -> label(TaskState.values(), TaskState::label, value);
            case ROUND -> label(RoundState.values(), RoundState::label, value);
            case NOTE -> label(NoteState.values(), NoteState::label, value);
            case MINUTES -> label(MinutesState.values(), MinutesState::label, value);
            case OWNER -> label(OwnerState.values(), OwnerState::label, value);
            case null, default -> value;
        };
    }

    private String kind(String value) {
        if (kind == SubjectKind.NOTE) {
            return label(NoteKind.values(), NoteKind::label, value);
        }
        return switch (value) {
            case "MUNICIPALITY" -> "市町村";
            case "ALLIANCE" -> "圏域";
            default -> value;
        };
    }

    private static String type(String value) {
        return switch (value) {
            case "THRESHOLDS" -> "進捗率の区分による";
            case "COMPARISON" -> "目標値・現状値との比較による";
            default -> value;
        };
    }

    /** 38,806.10; what is no plain number stays. */
    private static String figure(String value) {
        try {
            return FigureFormat.asEntered(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String either(String value, String yes, String no) {
        return Boolean.parseBoolean(value) ? yes : no;
    }

    private static String day(String value) {
        try {
            return value.length() == "2026-03".length()
                    ? MONTH.format(YearMonth.parse(value))
                    : DAY.format(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static <T extends Enum<T>> String label(T[] all, Function<T, String> label, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .map(label)
                .findFirst()
                .orElse(name);
    }
}
