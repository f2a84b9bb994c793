package jp.kyosei.ui.api;

import java.nio.charset.StandardCharsets;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.ui.RunningKyosei;

/** A file that one owner's secretariat has brought in, for tests in which all others look for it. */
public record BroughtInExample(String id) {
    public static final BroughtInExample OF_MINE = receive();

    private static BroughtInExample receive() {
        RunningKyosei kyosei = RunningKyosei.get();
        return new BroughtInExample(kyosei.bean(ImportInbox.class)
                .receive(
                        kyosei.bean(IdentityService.class)
                                .actorOf(DemonstrationUser.MINE.subject())
                                .orElseThrow(),
                        "mine",
                        new NewImport("mine-strategy-2", "", new FiscalYear(2023), "令和5年度実績.csv"),
                        """
                        指標名,単位,R4実績,R5実績,R6目標,R5進捗率,R5状況
                        三洞入洞者数,千人,382,408,540,80.0%,未達成↓
                        道の駅の商品販売額,円,"222,706","208,897",,,
                        """.getBytes(StandardCharsets.UTF_8))
                .id()
                .value()
                .toString());
    }
}
