package jp.kyosei.ui.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingId;

/** The addresses of a plan's pages below the server, without a leading slash. */
public record PlanAddress(String plan) {
    public String structure() {
        return "plans/" + plan;
    }

    /** The plan as one of its versions has it. */
    public String version(int number) {
        return structure() + "/versions/" + number;
    }

    /** Where a draft is changed. */
    public String editing(int number) {
        return version(number) + "/edit";
    }

    /** What a version says otherwise than another (新旧対照表). */
    public String comparison(int before, int after) {
        return version(before) + "/compare/" + after;
    }

    public String results() {
        return structure() + "/results";
    }

    public String results(FiscalYear year) {
        return results() + "/" + year.year();
    }

    public String summary() {
        return structure() + "/summary";
    }

    public String summary(FiscalYear year) {
        return summary() + "/" + year.year();
    }

    public String trend() {
        return structure() + "/trend";
    }

    /** The yearly collections (実績照会). */
    public String collection() {
        return structure() + "/collection";
    }

    /** Where the collection of a year stands. */
    public String collection(FiscalYear year) {
        return collection() + "/" + year.year();
    }

    /**
     * Where a town enters the figures of a year.
     *
     * @param town its code, or {@code joint} for the figures of the whole owner
     */
    public String entry(FiscalYear year, String town) {
        return collection(year) + "/entry/" + town;
    }

    /** What was said about the plan, and what was answered (意見と対応). */
    public String notes() {
        return structure() + "/notes";
    }

    public String notes(FiscalYear year) {
        return notes() + "/" + year.year();
    }

    /** The notes on a section, by its number. */
    public String sectionNotes(String number) {
        return planNotes() + "/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    /** The notes on the plan as a whole. */
    public String planNotes() {
        return notes() + "/sections";
    }

    /** The material of the next plan's picture of the future (将来像). */
    public String vision() {
        return structure() + "/vision";
    }

    /** What anybody may see (公開). */
    public String publishing() {
        return structure() + "/publishing";
    }

    /** The meetings (懇談会). */
    public String meetings() {
        return structure() + "/meetings";
    }

    public String meeting(MeetingId meeting) {
        return meetings() + "/" + meeting.value();
    }

    /** What was issued last of a meeting's paper. */
    public String paper(MeetingId meeting, int number) {
        return meeting(meeting) + "/papers/" + number;
    }

    /** An issue of a meeting's paper. */
    public String paper(MeetingId meeting, int number, int revision) {
        return paper(meeting, number) + "/" + revision;
    }

    /** A page, from 1, of an issue of a paper, made for reading. */
    public String paperPage(MeetingId meeting, int number, int revision, int page) {
        return "%s/issues/%d/pages/%d".formatted(paper(meeting, number), revision, page);
    }

    /** Where what is said at the meeting is recorded, beside the projector. */
    public String recording(MeetingId meeting) {
        return meeting(meeting) + "/record";
    }

    /** Where what is said at an indicator is recorded. */
    public String recording(MeetingId meeting, String no) {
        return recording(meeting) + "/" + URLEncoder.encode(no, StandardCharsets.UTF_8);
    }

    /** The meeting on the projector, from the beginning. */
    public String presentation(MeetingId meeting) {
        return meeting(meeting) + "/present";
    }

    /** The meeting on the projector, at an indicator. */
    public String presentation(MeetingId meeting, String no) {
        return presentation(meeting) + "/" + URLEncoder.encode(no, StandardCharsets.UTF_8);
    }

    /** 議事要旨. */
    public String minutes(MeetingId meeting) {
        return meeting(meeting) + "/minutes";
    }

    /** Who changed what. */
    public String history() {
        return structure() + "/history";
    }

    /** The page of an indicator, judged in a year. */
    public String indicator(String no, FiscalYear year) {
        return structure() + "/indicators/" + URLEncoder.encode(no, StandardCharsets.UTF_8) + "/" + year.year();
    }

    /** The committee member's way, in the year of the meeting that takes comments. */
    public String reading() {
        return structure() + "/reading";
    }

    public String reading(FiscalYear year) {
        return reading() + "/" + year.year();
    }

    /** The page of an indicator made for reading. */
    public String reading(FiscalYear year, String no) {
        return reading(year) + "/" + URLEncoder.encode(no, StandardCharsets.UTF_8);
    }
}
