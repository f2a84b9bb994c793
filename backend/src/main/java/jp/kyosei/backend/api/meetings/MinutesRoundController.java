package jp.kyosei.backend.api.meetings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.minutes.Correction;
import jp.kyosei.backend.meeting.minutes.MinutesRound;
import jp.kyosei.backend.meeting.minutes.Passage;
import jp.kyosei.backend.meeting.minutes.RoundService;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** The members' round of corrections to minutes. */
@Controller("/api/v1/meetings/{meeting}/minutes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MinutesRoundController {
    private final MeetingService meetings;
    private final RoundService rounds;
    private final OncePerKey once;
    private final Representation representation;

    MinutesRoundController(
            MeetingService meetings, RoundService rounds, OncePerKey once, Representation representation) {
        this.meetings = meetings;
        this.rounds = rounds;
        this.once = once;
        this.representation = representation;
    }

    @Get("/round")
    @Operation(summary = "What the members propose to be corrected; empty for whoever is not of the council")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundView.class)))
    HttpResponse<byte[]> round(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        return representation.of(request, RoundView.of(rounds.round(actor, id(meeting))));
    }

    @Post("/round")
    @Operation(summary = "Ask the members whether the minutes are right, or move the day by which they are asked")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundView.class)))
    HttpResponse<byte[]> open(HttpRequest<?> request, @Caller Actor actor, String meeting, @Body RoundBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        return representation.of(request, RoundView.of(rounds.open(actor, id, body.day())));
    }

    @Post("/corrections")
    @Operation(summary = "Propose other words for a passage of the minutes")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RoundView.class)))
    HttpResponse<byte[]> propose(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body CorrectionBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        return once.answerOf(
                request,
                actor,
                () -> meetings.meeting(actor, id).plan().owner(),
                body,
                HttpStatus.CREATED,
                () -> RoundView.of(rounds.propose(
                        actor,
                        id,
                        Objects.requireNonNullElse(body.passage(), ""),
                        Objects.requireNonNullElse(body.proposed(), ""),
                        Objects.requireNonNullElse(body.reason(), ""))));
    }

    @Post("/decisions")
    @Operation(summary = "Take a correction into the minutes, or decline it with a word")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundView.class)))
    HttpResponse<byte[]> decide(HttpRequest<?> request, @Caller Actor actor, String meeting, @Body DecisionBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        return representation.of(
                request,
                RoundView.of(rounds.decide(
                        actor, id, body.which(), body.isTaken(), Objects.requireNonNullElse(body.answer(), ""))));
    }

    private static MeetingId id(String meeting) {
        return new MeetingId(PathValues.id(meeting));
    }

    /** @param dueOn the last day on which members propose */
    @Serdeable
    record RoundBody(@Nullable LocalDate dueOn) {
        LocalDate day() {
            LocalDate day = dueOn;
            if (day == null) {
                throw new InvalidInputException("dueOn", "確認の期限を、2026-11-30 の形で指定してください。");
            }
            return day;
        }
    }

    /**
     * What is to be said otherwise.
     *
     * @param passage a line of the minutes as it stands, without the sign of a heading or an item
     * @param proposed what is to stand in its place; empty if the line is to go
     */
    @Serdeable
    record CorrectionBody(
            @Nullable String passage,
            @Nullable String proposed,
            @Nullable String reason) {}

    /** The secretariat's word on a correction. */
    @Serdeable
    record DecisionBody(
            @Nullable String correction,
            @Nullable Boolean taken,
            @Nullable String answer) {
        UUID which() {
            if (correction == null) {
                throw new InvalidInputException("correction", "どの申し出かを id で指定してください。");
            }
            return PathValues.id(correction);
        }

        boolean isTaken() {
            if (taken == null) {
                throw new InvalidInputException("taken", "採用する（true）か、見送る（false）かを指定してください。");
            }
            return taken;
        }
    }

    /** The round. */
    @Serdeable
    record RoundView(
            @Nullable LocalDate dueOn,
            boolean open,
            boolean mayPropose,
            List<String> passages,
            List<CorrectionView> corrections) {
        static RoundView of(MinutesRound round) {
            return new RoundView(
                    round.dueOn(),
                    round.open(),
                    round.mayPropose(),
                    round.passages().stream().map(Passage::words).toList(),
                    round.corrections().stream().map(CorrectionView::of).toList());
        }
    }

    /** What a member proposes, and what has become of it. */
    @Serdeable
    record CorrectionView(
            String id,
            String passage,
            String proposed,
            String reason,
            String by,
            Instant at,
            String state,
            String answer,
            String answeredBy) {
        static CorrectionView of(Correction one) {
            return new CorrectionView(
                    one.id().toString(),
                    one.passage(),
                    one.proposed(),
                    one.reason(),
                    one.by(),
                    one.at(),
                    one.state().name(),
                    one.answer(),
                    one.answeredBy());
        }
    }
}
