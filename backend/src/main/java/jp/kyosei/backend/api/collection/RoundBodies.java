package jp.kyosei.backend.api.collection;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.RoundChange;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** What is sent about collections. */
final class RoundBodies {
    private static final int DAYS_AT_LEAST = 30;

    private RoundBodies() {}

    /**
     * A collection to be opened.
     *
     * @param dueOn without it 31 May after the year, or in thirty days where that is past
     * @param indicators numbers; without them all
     * @param municipalities codes; without them all that report
     */
    @Serdeable
    record OpenBody(
            @Nullable Integer fiscalYear,
            @Nullable LocalDate dueOn,
            @Nullable String instructions,
            @Nullable List<String> indicators,
            @Nullable List<String> municipalities) {
        OpenRound order(Clock clock) {
            Integer year = fiscalYear;
            if (year == null || year < FiscalYear.FIRST || year > FiscalYear.LAST) {
                throw new InvalidInputException("fiscalYear", "年度は4桁の西暦で指定してください。令和5年度なら 2023 です。");
            }
            FiscalYear asked = new FiscalYear(year);
            return new OpenRound(
                    asked,
                    Objects.requireNonNullElseGet(dueOn, () -> usualDay(asked, clock)),
                    Objects.requireNonNullElse(instructions, ""),
                    Set.copyOf(Objects.requireNonNullElse(indicators, List.of())),
                    towns("municipalities", municipalities));
        }

        private static LocalDate usualDay(FiscalYear year, Clock clock) {
            LocalDate usual = LocalDate.of(year.year() + 1, Month.MAY, 31);
            LocalDate soonest = LocalDate.now(clock).plusDays(DAYS_AT_LEAST);
            return usual.isBefore(soonest) ? soonest : usual;
        }
    }

    /**
     * Which tasks, and what is said of them.
     *
     * @param indicator one number
     * @param indicators several; without any all
     * @param municipality one code
     * @param municipalities several; without any all
     * @param departments names of departments, as a task says them; without any all
     * @param comment what is asked for, or why
     * @param reason the same by another name
     * @param dueOn a new day
     * @param acknowledged whether open findings are known, and the step is to be taken in spite of them
     */
    @Serdeable
    record TasksBody(
            @Nullable String indicator,
            @Nullable List<String> indicators,
            @Nullable String municipality,
            @Nullable List<String> municipalities,
            @Nullable List<String> departments,
            @Nullable String comment,
            @Nullable String reason,
            @Nullable LocalDate dueOn,
            @Nullable Boolean acknowledged) {
        static final TasksBody NOTHING = new TasksBody(null, null, null, null, null, null, null, null, null);

        boolean knowsWhatIsOpen() {
            return Boolean.TRUE.equals(acknowledged);
        }

        TaskSelection selection() {
            Set<String> nos = Stream.concat(
                            Stream.ofNullable(indicator),
                            Stream.ofNullable(indicators).flatMap(List::stream))
                    .collect(Collectors.toSet());
            Set<MunicipalityCode> towns = new HashSet<>(towns("municipalities", municipalities));
            towns.addAll(towns("municipality", municipality == null ? List.of() : List.of(municipality)));
            return new TaskSelection(nos, towns)
                    .inDepartments(Set.copyOf(Objects.requireNonNullElse(departments, List.of())));
        }

        String words() {
            return comment == null
                    ? TypedText.checked(TextKind.REASON, "reason", "理由", Objects.requireNonNullElse(reason, ""))
                    : TypedText.checked(TextKind.REASON, "comment", "理由", comment);
        }
    }

    /**
     * What shall be different in a collection; what is left out stays.
     *
     * @param indicators all numbers that are asked for afterwards
     * @param municipalities all codes that are asked afterwards
     * @param ask single ones besides
     * @param takeOut single ones that are no longer asked for
     * @param acknowledged whether those that somebody has answered may be taken out; what is entered stays in any case
     */
    @Serdeable
    record ChangeBody(
            @Nullable String instructions,
            @Nullable List<String> indicators,
            @Nullable List<String> municipalities,
            @Nullable CrosswiseBody ask,
            @Nullable CrosswiseBody takeOut,
            @Nullable Boolean acknowledged,
            @Nullable String reason) {
        RoundChange change() {
            return new RoundChange(
                    instructions,
                    indicators == null ? null : Set.copyOf(indicators),
                    municipalities == null ? null : towns("municipalities", municipalities),
                    ask == null ? List.of() : List.of(ask.crosswise("ask")),
                    takeOut == null ? List.of() : List.of(takeOut.crosswise("takeOut")),
                    Boolean.TRUE.equals(acknowledged),
                    Objects.requireNonNullElse(reason, ""));
        }
    }

    /**
     * Each of the indicators of each of the towns; one of both is named.
     *
     * @param indicators numbers; without any all
     * @param municipalities codes; without any all
     */
    @Serdeable
    record CrosswiseBody(
            @Nullable List<String> indicators, @Nullable List<String> municipalities) {
        RoundChange.Crosswise crosswise(String field) {
            RoundChange.Crosswise named = new RoundChange.Crosswise(
                    Set.copyOf(Objects.requireNonNullElse(indicators, List.of())),
                    towns(field + ".municipalities", municipalities));
            if (named.indicators().isEmpty() && named.municipalities().isEmpty()) {
                throw new InvalidInputException(field, "どの指標、またはどの市町村かを、indicators か municipalities に指定してください。");
            }
            return named;
        }
    }

    private static Set<MunicipalityCode> towns(String field, @Nullable List<String> codes) {
        return Objects.requireNonNullElse(codes, List.<String>of()).stream()
                .map(code -> MunicipalityCode.parse(code)
                        .orElseThrow(() -> new InvalidInputException(
                                field, "「%s」は全国地方公共団体コード（6桁）ではありません。".formatted(Quote.of(code)))))
                .collect(Collectors.toSet());
    }
}
