package jp.kyosei.backend.api.plans;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.NothingElse;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.revision.PlanBeginning;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** What is sent about drafts of plans; what is left out of a change stays as it is. */
final class DraftBodies {
    private DraftBodies() {}

    /**
     * A plan to begin.
     *
     * @param levelNames the plan's own names of the levels of its tree from the top, one to six
     * @param slug its name in addresses; one is made where none is given
     */
    @Serdeable
    @NothingElse
    record PlanBody(
            @Nullable String title,
            @Nullable PlanKind kind,
            @Nullable Integer firstFiscalYear,
            @Nullable Integer lastFiscalYear,
            @Nullable List<String> levelNames,
            @Nullable String slug) {
        PlanBeginning beginning() {
            return new PlanBeginning(
                    Objects.requireNonNullElse(title, ""),
                    Given.required("kind", "計画の種類", kind),
                    new PlanPeriod(
                            Given.year(
                                    "firstFiscalYear",
                                    Given.required("firstFiscalYear", "計画期間のはじめの年度", firstFiscalYear)),
                            Given.year(
                                    "lastFiscalYear", Given.required("lastFiscalYear", "計画期間の終わりの年度", lastFiscalYear))),
                    Objects.requireNonNullElse(levelNames, List.of()),
                    slug);
        }
    }

    /** A version to draft, by its title such as 一部改訂（令和8年3月）. */
    @Serdeable
    @NothingElse
    record VersionBody(@Nullable String title) {
        String named() {
            return TypedText.required(
                    TextKind.NAME, "title", "版の題名", Objects.requireNonNullElse(title, ""), "版の題名を入力してください。");
        }
    }

    /**
     * A section, new or changed.
     *
     * @param parent the number of the section above; empty for the top
     * @param position its place from 1 on among those beside it; without it the last where it is new or has another parent
     */
    @Serdeable
    @NothingElse
    record SectionBody(
            @Nullable String number,
            @Nullable String title,
            @Nullable String body,
            @Nullable String parent,
            @Nullable Integer position) {}

    /**
     * Which sections are numbered anew.
     *
     * @param below the number of the section that they stand below; without it those at the top
     */
    @Serdeable
    @NothingElse
    record NumberingBody(@Nullable String below) {}

    /**
     * An initiative, new or changed.
     *
     * @param section the number of its section
     * @param position its place from 1 on in its section; without it the last where it is new or goes to another section
     * @param municipalities codes of those that carry it; all of them
     * @param spans all of them
     */
    @Serdeable
    @NothingElse
    record InitiativeBody(
            @Nullable String title,
            @Nullable String section,
            @Nullable Integer position,
            @Nullable List<String> municipalities,
            @Nullable List<SpanBody> spans) {
        /** What is left out, is as before. */
        Initiative changed(Initiative before, String sectionNumber) {
            return new Initiative(
                    before.id(),
                    sectionNumber,
                    Objects.requireNonNullElse(title, before.title()),
                    municipalities == null ? before.municipalities() : towns(municipalities),
                    spans == null ? before.spans() : spans(spans));
        }

        private static List<MunicipalityCode> towns(List<String> codes) {
            return Given.towns("municipalities", codes).stream().distinct().toList();
        }

        private static List<InitiativeSpan> spans(List<SpanBody> given) {
            return IntStream.range(0, given.size())
                    .mapToObj(index -> given.get(index).span("spans[%d].".formatted(index)))
                    .toList();
        }
    }

    /** What an initiative does in a span of fiscal years, both included. */
    @Serdeable
    @NothingElse
    record SpanBody(
            @Nullable Integer firstFiscalYear,
            @Nullable Integer lastFiscalYear,
            @Nullable String text) {
        InitiativeSpan span(String path) {
            FiscalYear first = year(path + "firstFiscalYear", "はじめの年度", firstFiscalYear);
            FiscalYear last = year(path + "lastFiscalYear", "終わりの年度", lastFiscalYear);
            if (last.compareTo(first) < 0) {
                throw new InvalidInputException(
                        path + "lastFiscalYear", "終わりの年度は、はじめの年度（%s）か、その後にしてください。".formatted(first.longLabel()));
            }
            return new InitiativeSpan(first, last, Objects.requireNonNullElse(text, ""));
        }

        private static FiscalYear year(String field, String called, @Nullable Integer given) {
            return Given.year(field, Given.required(field, called, given));
        }
    }
}
