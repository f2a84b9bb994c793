package jp.kyosei.ui.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.kyosei.backend.plan.PlanVersion;

/** What a version of a plan is called on screen. */
public final class VersionWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu年M月d日");

    private VersionWords() {}

    /** 第2版　一部改訂　2020年12月28日. */
    public static String of(PlanVersion version) {
        LocalDate adopted = version.adoptedOn();
        return "第%d版　%s　%s"
                .formatted(version.number(), version.title(), adopted == null ? "策定中" : DATE.format(adopted));
    }
}
