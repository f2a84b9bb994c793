package jp.kyosei.backend.mail;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what has been posted. Any number of processes may dispatch at the same time: a notice or a letter that one of
 * them has claimed is passed over by the others.
 */
@Singleton
public class MailDispatcher {
    /** After how long a letter being sent counts as dropped; longer than a dialogue with the server can take. */
    static final Duration DROPPED = Duration.ofMinutes(5);

    /** The pause after each failed attempt; after one more the letter has failed. About four days in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(48));

    private static final int LONGEST_ERROR = 500;
    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);

    private final Expanding expanding;
    private final Outbox outbox;
    private final TenantDoor door;
    private final MailSettings settings;
    private final Clock clock;

    MailDispatcher(Expanding expanding, Outbox outbox, TenantDoor door, MailSettings settings, Clock clock) {
        this.expanding = expanding;
        this.outbox = outbox;
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Finds the addressees of all notices and sends all letters that are due; nothing where mail is not set up.
     *
     * @return how many letters the server has taken over
     */
    public int dispatchNow() {
        if (!settings.isSetUp()) {
            return 0;
        }
        LocalDate today = LocalDate.now(clock);
        int expanded;
        do {
            expanded = door.dispatch(() -> expanding.expand(today, clock.instant()));
        } while (expanded > 0);
        return send();
    }

    /** Stops where the server cannot be reached: one letter has learnt it for all, and the others stay due. */
    private int send() {
        int sent = 0;
        try (SmtpLine line = new SmtpLine(settings)) {
            for (Optional<Letter> next = claim(); next.isPresent(); next = claim()) {
                Letter letter = next.get();
                if (!letter.wanted()) {
                    continue;
                }
                try {
                    line.send(letter, clock.instant());
                } catch (MessagingException e) {
                    missed(letter, e);
                    if (line.isConnected()) {
                        continue;
                    }
                    return sent;
                }
                door.dispatch(() -> {
                    outbox.markSent(letter, clock.instant());
                    return true;
                });
                sent++;
            }
            return sent;
        } catch (MessagingException e) {
            throw new IllegalStateException("there is no SMTP in this program", e);
        }
    }

    /** In a committed transaction of its own: what is on its way is known as such before the server hears of it. */
    private Optional<Letter> claim() {
        Instant now = clock.instant();
        return door.dispatch(() -> outbox.claim(now, now.plus(DROPPED)));
    }

    private void missed(Letter letter, MessagingException failure) {
        Instant now = clock.instant();
        String error = String.valueOf(failure.getMessage());
        String shortened = XmlText.holdable(error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        boolean last = letter.attempts() > PAUSES.size();
        LOG.warn(
                "letter {} to person {} was not sent, attempt {}{}: {}",
                letter.noticeId(),
                letter.personId(),
                letter.attempts(),
                last ? ", the last" : "",
                shortened);
        door.dispatch(() -> {
            if (last) {
                outbox.giveUp(letter, now, shortened);
            } else {
                outbox.putBack(letter, now.plus(PAUSES.get(letter.attempts() - 1)), shortened);
            }
            return true;
        });
    }
}
