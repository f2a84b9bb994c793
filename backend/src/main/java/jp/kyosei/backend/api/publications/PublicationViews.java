package jp.kyosei.backend.api.publications;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.PublicationOverview;
import jp.kyosei.backend.publishing.PublicationPreview;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.publishing.PublicationStep;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.YearPublication;
import jp.kyosei.backend.publishing.meetings.MeetingPublication;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about publications. */
final class PublicationViews {
    private PublicationViews() {}

    /** The years of a plan, newest first. */
    @Serdeable
    record OverviewView(String plan, List<YearView> years) {
        static OverviewView of(PublicationOverview overview) {
            String plan = overview.content().plan().slug();
            return new OverviewView(
                    plan,
                    overview.years().stream()
                            .map(year -> YearView.of(plan, year))
                            .toList());
        }
    }

    /**
     * A year.
     *
     * @param version to be named in If-Match
     * @param open where everybody reads it; none unless it is published
     */
    @Serdeable
    record YearView(
            int fiscalYear,
            String state,
            int revision,
            long version,
            @Nullable Boolean narratives,
            @Nullable Boolean notes,
            @Nullable String licence,
            @Nullable String contact,
            @Nullable String open,
            List<StepView> steps) {
        static YearView of(String plan, YearPublication year) {
            PublishOrder order = year.order();
            return new YearView(
                    year.fiscalYear().year(),
                    year.state().name(),
                    year.revision(),
                    year.version(),
                    order == null ? null : Boolean.valueOf(order.narratives()),
                    order == null ? null : Boolean.valueOf(order.notes()),
                    order == null ? null : order.licence().name(),
                    order == null ? null : order.contact(),
                    switch (year.state()) {
                        case PUBLISHED ->
                            "/open/plans/%s/%d"
                                    .formatted(plan, year.fiscalYear().year());
                        case UNPUBLISHED, WITHDRAWN -> null;
                    },
                    year.steps().stream().map(StepView::of).toList());
        }
    }

    /** What was done. */
    @Serdeable
    record StepView(String step, int revision, String by, String at, String reason) {
        static StepView of(PublicationStep step) {
            return new StepView(
                    step.withdrawal() ? "WITHDRAW" : "PUBLISH",
                    step.revision(),
                    step.by(),
                    step.at().toString(),
                    step.reason());
        }
    }

    /**
     * What everybody would see.
     *
     * @param corrections what would be told to be corrected of what is published now
     */
    @Serdeable
    record PreviewView(
            int fiscalYear,
            int indicators,
            Map<String, Integer> counts,
            int narratives,
            int notes,
            List<BlankView> blanks,
            List<PublishedYear.Correction> corrections) {
        static PreviewView of(PublicationPreview preview) {
            return new PreviewView(
                    preview.document().fiscalYear(),
                    preview.document().rows().size(),
                    preview.document().judgedBy().stream()
                            .collect(Collectors.toMap(
                                    label -> label.label(),
                                    label -> label.count(),
                                    Integer::sum,
                                    java.util.LinkedHashMap::new)),
                    preview.narratives(),
                    preview.notes(),
                    preview.blanks().stream()
                            .map(blank -> new BlankView(
                                    blank.no(), blank.name(), blank.why().name(), blank.shown()))
                            .toList(),
                    preview.corrections());
        }
    }

    /** An indicator without a figure. */
    @Serdeable
    record BlankView(String no, String name, String why, String shown) {}

    /**
     * A year to be published.
     *
     * @param licence {@code CC_BY_4_0}, as without it, or {@code UNSTATED}
     * @param contact whom everybody may ask, in one line; may be left out
     */
    @Serdeable
    record PublishBody(
            @Nullable Integer fiscalYear,
            @Nullable Boolean narratives,
            @Nullable Boolean notes,
            @Nullable String licence,
            @Nullable String contact) {
        PublishOrder order() {
            Integer year = fiscalYear;
            if (year == null || year < FiscalYear.FIRST || year > FiscalYear.LAST) {
                throw new InvalidInputException("fiscalYear", "年度は4桁の西暦で指定してください。令和5年度なら 2023 です。");
            }
            return new PublishOrder(
                    new FiscalYear(year),
                    Objects.requireNonNullElse(narratives, false),
                    Objects.requireNonNullElse(notes, false),
                    PublicationViews.licence(licence),
                    Objects.requireNonNullElse(contact, ""));
        }
    }

    static Licence licence(@Nullable String name) {
        return switch (Optional.ofNullable(name).orElse("CC_BY_4_0")) {
            case "CC_BY_4_0" -> Licence.CC_BY_4_0;
            case "UNSTATED" -> Licence.UNSTATED;
            default -> throw new InvalidInputException("licence", "licence には CC_BY_4_0 か UNSTATED を指定してください。");
        };
    }

    /**
     * Why a year is withdrawn.
     *
     * @param reason for the owner's history
     * @param publicReason what everybody is told in its place; may be left out
     */
    @Serdeable
    record WithdrawBody(@Nullable String reason, @Nullable String publicReason) {
        String told() {
            return Objects.requireNonNullElse(publicReason, "");
        }

        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /**
     * A meeting with the public.
     *
     * @param path where everybody reads it, from the server's root; empty while it is not published
     */
    @Serdeable
    record MeetingView(String state, int revision, @Nullable Instant at, String path) {
        static MeetingView of(MeetingPublication found) {
            return new MeetingView(
                    found.state().name(),
                    found.revision(),
                    found.at(),
                    found.state() == PublicationState.PUBLISHED
                            ? "/open/plans/%s/meetings/%s"
                                    .formatted(found.plan(), found.meeting().value())
                            : "");
        }
    }
}
