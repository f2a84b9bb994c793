package jp.kyosei.ui.session;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.oauth2.endpoint.authorization.state.JacksonStateSerDes;
import io.micronaut.security.oauth2.endpoint.authorization.state.State;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the state that comes back from Keycloak, and takes one that was never ours for none. */
@Singleton
@Replaces(JacksonStateSerDes.class)
class ForgedStates extends JacksonStateSerDes {
    /** In characters of Base64; ours have about 150. */
    private static final int LONGEST = 2000;

    ForgedStates(JsonMapper json) {
        super(json);
    }

    @Override
    public @Nullable State deserialize(String state) {
        return isJson(state) ? super.deserialize(state) : null;
    }

    private static boolean isJson(String state) {
        if (state.length() > LONGEST) {
            return false;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(state);
            return decoded.length > 0 && decoded[0] == '{';
        } catch (IllegalArgumentException forged) {
            return false;
        }
    }
}
