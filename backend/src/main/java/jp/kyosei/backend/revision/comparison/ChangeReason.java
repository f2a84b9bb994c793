package jp.kyosei.backend.revision.comparison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something of a plan was changed from a version to the next.
 *
 * @param subject the identity of a section, an indicator or an initiative, as {@code part} says
 * @param field none for the thing as a whole: that it is new, or was taken out
 */
public record ChangeReason(
        PlanPart part, UUID subject, @Nullable Field field, String reason) {}
