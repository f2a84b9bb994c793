package jp.kyosei.backend.accounts.farewell;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An account that belongs to nobody any more. */
@MappedEntity("account_farewell")
record Farewell(@Id String subject, int attempts) {}
