package jp.kyosei.backend.api.publications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jp.kyosei.backend.publishing.open.OpenShelf;

/** What robots may read, where they look for it: at the root of the server. */
@Controller("/robots.txt")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class RobotsController {
    private final OpenShelf shelf;

    RobotsController(OpenShelf shelf) {
        this.shelf = shelf;
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> robots(HttpRequest<?> request) {
        return OpenController.answer(request.getHeaders(), shelf.at("robots.txt"));
    }
}
