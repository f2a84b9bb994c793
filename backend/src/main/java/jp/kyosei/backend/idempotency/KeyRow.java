package jp.kyosei.backend.idempotency;

import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("idempotency_key")
record KeyRow(String request, int status, String answer) {}
