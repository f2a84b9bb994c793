package jp.kyosei.backend.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper as it was given out at one moment; never changes.
 *
 * @param revision 0 for the first, counting up with each replacement (差替)
 * @param title the paper's title as issued
 * @param issuedBy the name of who issued it
 * @param label such as 資料No.1, 資料No.1（差替）, 資料No.1（差替2）
 */
public record Issue(UUID id, int revision, String title, Instant issuedAt, String issuedBy, String label) {}
