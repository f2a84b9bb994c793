package jp.kyosei.backend.accounts.keycloak;

import java.time.Instant;

/** A login of somebody that stands, wherever it was made. */
public record OpenLogin(String id, String from, Instant since, Instant lastSeen) {}
