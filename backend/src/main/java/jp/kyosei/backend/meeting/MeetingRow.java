package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is stored.
 *
 * @param startsAt such as {@code 13:30}, as is {@code endsAt}
 * @param agenda one item a line
 * @param minutes the state of its minutes, as far as the reader may see them
 */
@MappedEntity("meeting")
record MeetingRow(
        UUID ownerId,
        UUID id,
        String planSlug,
        int fiscalYear,
        String title,
        LocalDate heldOn,
        @Nullable String startsAt,
        @Nullable String endsAt,
        String place,
        @Nullable LocalDate commentsOpenOn,
        @Nullable LocalDate commentsCloseOn,
        String agenda,
        String cancelled,
        @Nullable String minutes,
        long version) {
    private static final Pattern NEW_LINE = Pattern.compile("\n");

    List<String> agendaItems() {
        return agenda.isEmpty() ? List.of() : List.of(NEW_LINE.split(agenda));
    }

    static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
