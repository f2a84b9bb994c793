package jp.kyosei.backend.meeting;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.tenancy.OwnerId;

/** Says what was given out of meetings' materials; the papers keep it. */
public interface Issues {
    /**
     * What was given out at some meetings, the newest first, by one statement; inside an open {@link
     * jp.kyosei.backend.tenancy.TenantDoor}.
     */
    List<OfMaterial> ofMeetingsWithin(OwnerId owner, Collection<UUID> meetings);

    /** @param number of the material on the meeting's list */
    record OfMaterial(UUID meeting, int number, Issue issue) {}
}
