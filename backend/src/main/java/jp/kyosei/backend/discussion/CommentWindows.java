package jp.kyosei.backend.discussion;

import java.util.List;
import jp.kyosei.backend.plan.Plan;

/** Says when the committee may write; the meetings keep it. */
public interface CommentWindows {
    /**
     * The comment windows of a plan's meetings, the one that closes last first, by one statement; inside an open {@link
     * jp.kyosei.backend.tenancy.TenantDoor}.
     */
    List<CommentWindow> ofWithin(Plan plan);
}
