package jp.kyosei.backend.accounts;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** A role that somebody held when their use of the service was ended. */
@Serdeable
record HeldRole(Role role, @Nullable UUID department) {}
