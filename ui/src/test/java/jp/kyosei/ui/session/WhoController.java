package jp.kyosei.ui.session;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

/** A resource of the API that says whom it was asked by. */
@Controller("/api/test/who")
@Secured(SecurityRule.IS_AUTHENTICATED)
class WhoController {
    @Get
    Map<String, String> who(Authentication caller) {
        return Map.of("subject", caller.getName());
    }
}
