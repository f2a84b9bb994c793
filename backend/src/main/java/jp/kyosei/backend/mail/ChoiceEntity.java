package jp.kyosei.backend.mail;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("mail_choice")
record ChoiceEntity(UUID personId, String kind, boolean wanted) {}
