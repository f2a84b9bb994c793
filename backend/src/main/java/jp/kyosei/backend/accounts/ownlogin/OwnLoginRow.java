package jp.kyosei.backend.accounts.ownlogin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The admitter is somebody where people are let in. */
@MappedEntity("own_login")
record OwnLoginRow(
        @Id UUID ownerId,
        String provider,
        String domain,
        @Nullable UUID admittedBy,
        @Nullable String admitter) {
    OwnLogin login() {
        return new OwnLogin(provider, domain, admittedBy != null);
    }
}
