package jp.kyosei.ui.browser;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.BroughtInExample;

/** One address of every kind of screen, with somebody who may see it. */
public enum Screens {
    HOME(DemonstrationUser.SECRETARIAT, ""),
    HOME_OF_A_COMMITTEE_MEMBER(DemonstrationUser.IIN, ""),
    HOME_OF_NOBODYS_PLANS(DemonstrationUser.OPERATOR, ""),
    STRUCTURE(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2"),
    VERSION(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/versions/1"),
    COMPARISON(DemonstrationUser.DAISEN, "plans/daisen-strategy-2/versions/1/compare/2"),
    COMPARISON_OF_ONE(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/comparison"),
    RESULTS(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/results/2022"),
    RESULTS_OF_MINE(DemonstrationUser.MINE, "plans/mine-strategy-2/results/2023"),
    INDICATOR(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/indicators/9/2022"),
    INDICATOR_WITHOUT_FIGURE(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/indicators/12/2022"),
    SUMMARY(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/summary/2022"),
    SUMMARY_OF_MINE(DemonstrationUser.MINE, "plans/mine-strategy-2/summary/2023"),
    TREND(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/trend"),
    COLLECTION(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/collection"),
    COLLECTION_OF_A_TOWN(DemonstrationUser.HIRAIZUMI, "plans/ichinoseki-hiraizumi-vision-2/collection"),
    COLLECTION_NOT_OPENED(DemonstrationUser.DAISEN, "plans/daisen-strategy-2/collection"),
    BOARD(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/collection/2023"),
    BOARD_OF_A_TOWN(DemonstrationUser.HIRAIZUMI, "plans/ichinoseki-hiraizumi-vision-2/collection/2023"),
    ENTRY(DemonstrationUser.HIRAIZUMI, "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/034029"),
    ENTRY_FOR_A_TOWN(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/032093"),
    ENTRY_OF_THE_WHOLE(
            DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/joint"),
    ENTRY_FORBIDDEN(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/034029"),
    APPROVAL(DemonstrationUser.APPROVER, "approval"),
    APPROVAL_OF_NO_SUPERIOR(DemonstrationUser.HIRAIZUMI, "approval"),
    HISTORY(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/history"),
    READING_LIST(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/reading"),
    READING(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/reading/2022/9"),
    READING_WITHOUT_FIGURE(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/reading/2022/12"),
    READING_AND_WRITING(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/reading/2022/9"),
    READING_OF_MINE(DemonstrationUser.MINE, "plans/mine-strategy-2/reading/2023"),
    NOTES(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/notes/2022"),
    NOTES_OF_A_TOWN(DemonstrationUser.HIRAIZUMI, "plans/ichinoseki-hiraizumi-vision-2/notes/2022"),
    NOTES_NONE_YET(DemonstrationUser.DAISEN, "plans/daisen-strategy-2/notes"),
    NOTES_ON_A_SECTION(DemonstrationUser.HIRAIZUMI, "plans/ichinoseki-hiraizumi-vision-2/notes/sections/1"),
    NOTES_ON_THE_PLAN(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/notes/sections"),
    VISION(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/vision"),
    VISION_OF_THE_COMMITTEE(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/vision"),
    PUBLISHING(DemonstrationUser.MINE, "plans/mine-strategy-2/publishing"),
    PUBLISHING_FORBIDDEN(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/publishing"),
    MEETINGS(DemonstrationUser.SECRETARIAT, "plans/ichinoseki-hiraizumi-vision-2/meetings"),
    MEETINGS_OF_A_COMMITTEE_MEMBER(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/meetings"),
    MEETING(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}"),
    PAPER(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/papers/1"),
    PAPER_PAGE(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/papers/2/issues/0/pages/1"),
    PAPER_OF_NOTES(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/papers/4"),
    PRESENTATION(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/present"),
    PRESENTATION_OF_AN_INDICATOR(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/present/1-1-1-1"),
    RECORDING(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/record"),
    RECORDING_OF_AN_INDICATOR(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/record/1-1-1-1"),
    MINUTES(DemonstrationUser.MINE, "plans/mine-strategy-2/meetings/{meeting}/minutes"),
    PLANS(DemonstrationUser.MINE, "owners/mine/plans"),
    PLANS_FORBIDDEN(DemonstrationUser.IIN, "owners/ichinoseki-hiraizumi/plans"),
    EDITING_WHAT_IS_ADOPTED(DemonstrationUser.MINE, "plans/mine-strategy-2/versions/1/edit"),
    EDITING_FORBIDDEN(DemonstrationUser.IIN, "plans/ichinoseki-hiraizumi-vision-2/versions/1/edit"),
    IMPORTS(DemonstrationUser.MINE, "owners/mine/imports"),
    IMPORTS_NONE_YET(DemonstrationUser.DAISEN, "owners/daisen/imports"),
    IMPORT(DemonstrationUser.MINE, "owners/mine/imports/" + BroughtInExample.OF_MINE.id()),
    IMPORTS_FORBIDDEN(DemonstrationUser.IIN, "owners/ichinoseki-hiraizumi/imports"),
    RULES(DemonstrationUser.MINE, "owners/mine/rules"),
    PEOPLE(DemonstrationUser.MINE, "owners/mine/people"),
    PERSON(DemonstrationUser.MINE, "owners/mine/people/{person}"),
    PEOPLE_PASTED(DemonstrationUser.MINE, "owners/mine/people/paste"),
    PEOPLE_FORBIDDEN(DemonstrationUser.IIN, "owners/ichinoseki-hiraizumi/people"),
    STAFFING(DemonstrationUser.DAISEN, "owners/daisen/staffing"),
    STAFFING_FORBIDDEN(DemonstrationUser.IIN, "owners/ichinoseki-hiraizumi/staffing"),
    COMMITTEE(DemonstrationUser.SECRETARIAT, "owners/ichinoseki-hiraizumi/committee"),
    COMMITTEE_FORBIDDEN(DemonstrationUser.IIN, "owners/ichinoseki-hiraizumi/committee"),
    LEAVING(DemonstrationUser.MINE, "owners/mine/leaving"),
    LEAVING_FORBIDDEN(DemonstrationUser.MINE_STAFF, "owners/mine/leaving"),
    OWNER_HISTORY(DemonstrationUser.MINE, "owners/mine/history"),
    HISTORY_OF_FIGURES(
            DemonstrationUser.MINE, "plans/mine-strategy-2/history?matter=FIGURES&indicator=1-1-1-1&from=2020-01-01"),
    OWNERS(DemonstrationUser.OPERATOR, "service/owners"),
    OWNERS_NONE_FOUND(DemonstrationUser.OPERATOR, "service/owners?search=nowhere&state=ENDING"),
    OWNER_KEPT(DemonstrationUser.OPERATOR, "service/owners/mine"),
    ALLIANCE_KEPT(DemonstrationUser.OPERATOR, "service/owners/ichinoseki-hiraizumi"),
    NEW_MUNICIPALITY(DemonstrationUser.OPERATOR, "service/new-owner"),
    NEW_ALLIANCE(DemonstrationUser.OPERATOR, "service/new-owner?kind=alliance"),
    OWNER_SETTINGS(DemonstrationUser.MINE, "owners/mine/settings"),
    OWNER_SETTINGS_FORBIDDEN(DemonstrationUser.MINE_STAFF, "owners/mine/settings"),
    SERVICE_HISTORY(DemonstrationUser.OPERATOR, "service/history"),
    OWNER_HISTORY_FORBIDDEN(DemonstrationUser.IIN, "owners/ichinoseki-hiraizumi/history"),
    MY_PAGE(DemonstrationUser.HIRAIZUMI, "me"),
    MAIL_CHOICES(DemonstrationUser.HIRAIZUMI, "me/mail"),
    NOT_FOUND(DemonstrationUser.IIN, "plans/mine-strategy-2/results");

    /** A desk, a tablet, and a desk at 200 %. */
    public static final List<Integer> WIDTHS = List.of(Visitor.DESK_WIDTH, 820, 720);

    private static final String MEETING_HERE = "{meeting}";
    private static final String PERSON_HERE = "{person}";

    private final DemonstrationUser user;
    private final String path;

    Screens(DemonstrationUser user, String path) {
        this.user = user;
        this.path = path;
    }

    /** The address below the root, where no meeting is part of it. */
    public String path() {
        return path;
    }

    public Visitor openBy(Visitor visitor) {
        return visitor.as(user)
                .open(
                        path.contains(MEETING_HERE)
                                ? path.replace(MEETING_HERE, Meetings.of(user, path.split("/", -1)[1]))
                                : path.replace(PERSON_HERE, colleague()));
    }

    private static String colleague() {
        return RunningKyosei.get()
                .bean(IdentityService.class)
                .actorOf(DemonstrationUser.MINE_STAFF.subject())
                .orElseThrow()
                .person()
                .value()
                .toString();
    }
}
