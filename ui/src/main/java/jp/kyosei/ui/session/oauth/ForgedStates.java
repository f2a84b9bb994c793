package jp.kyosei.ui.session.oauth;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.oauth2.endpoint.authorization.state.DefaultState;
import io.micronaut.security.oauth2.endpoint.authorization.state.JacksonStateSerDes;
import io.micronaut.security.oauth2.endpoint.authorization.state.State;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the state that comes back from Keycloak, and takes one that was never ours for none. */
@Singleton
@Replaces(JacksonStateSerDes.class)
class ForgedStates extends JacksonStateSerDes {
    /** In characters of Base64; ours have about 150. */
    private static final int LONGEST = 2000;

    private final JsonMapper json;

    ForgedStates(JsonMapper json) {
        super(json);
        this.json = json;
    }

    @Override
    public @Nullable State deserialize(String state) {
        if (state.length() > LONGEST) {
            return null;
        }
        try {
            return json.readValue(Base64.getUrlDecoder().decode(state), DefaultState.class);
        } catch (IOException | RuntimeException forged) {
            return null;
        }
    }
}
