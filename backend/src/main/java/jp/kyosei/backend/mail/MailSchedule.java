package jp.kyosei.backend.mail;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dispatches every few seconds, or says once why nothing is sent. */
@Singleton
class MailSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);

    private final MailDispatcher dispatcher;
    private final MailSettings settings;

    MailSchedule(MailDispatcher dispatcher, MailSettings settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @EventListener
    void announce(StartupEvent started) {
        if (settings.isSetUp()) {
            LOG.info("mail is sent by {}:{}", settings.host(), settings.port());
        } else {
            LOG.info("mail is not set up (kyosei.mail.host is empty): notices wait in the database");
        }
    }

    /** Not at once: the database may still be migrated. */
    @Scheduled(fixedDelay = "${kyosei.mail.interval:10s}", initialDelay = "${kyosei.mail.interval:10s}")
    void dispatch() {
        dispatcher.dispatchNow();
    }
}
