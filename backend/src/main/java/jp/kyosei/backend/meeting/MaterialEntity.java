package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("meeting_material")
record MaterialEntity(UUID ownerId, UUID meetingId, int number, String mark, String title, String kind, String words) {}
